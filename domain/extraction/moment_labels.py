"""What documents write before a date to say what day it is, folded; one phrase a line, spaces may be missing.

The number of a role is how sure it makes: 1 says it in so many words, 2 in a way of speaking, 3 is a stand-in that is
used where a document says nothing better (a register often prints the day of the first entry only). `other` is a day
that is none of those looked for, and keeps its date from being taken for one; `deed` is the signing of a deed, of which
the words before say what it did.
"""

import re

from domain.extraction.folding import phrases
from domain.extraction.other_moments import OTHER

_ROLES: dict[str, str] = {
    "incorporation_1": r"""
        opgericht
        oprichtingsdatum
        datum (?:van )?(?:de )?(?:akte (?:van )?)?oprichting(?:sakte)?
        oprichting
        akte van oprichting
        oprichtingsakte
        begindatum
        startdatum (?:van de )?(?:onderneming|entiteit|vennootschap)
        aanvangsdatum (?:van de )?(?:onderneming|vennootschap)
        gesticht
        a ete constituee?
        constituee?
        date de (?:la )?constitution
        date de (?:la )?creation
        date de fondation
        date de l'acte (?:de constitution|constitutif)
        acte (?:de constitution|constitutif)
        constitution
        creee?
        fondee?
        date de debut(?: d'activite de l'entite)?
        gegrundet
        grundungsdatum
        grundungstag
        datum der (?:grundung|errichtung)
        tag der (?:grundung|errichtung)
        grundung(?: der gesellschaft)?
        grundungsurkunde
        errichtungsdatum
        errichtet
        incorporated
        date of (?:the )?(?:incorporation|formation|establishment|foundation|constitution)
        (?:incorporation|formation|foundation) date
        date incorporated
        incorporation
        deed of incorporation
        established
        founded
        was formed
        gegruendet
        gruendungsdatum
        gruendung
    """,
    "incorporation_2": r"""
        gesellschaftsvertrag(?: (?:ist )?(?:abgeschlossen|errichtet|festgestellt|geschlossen))?
        satzung(?: (?:ist )?(?:errichtet|festgestellt))?
    """,
    "incorporation_3": r"""
        date d'immatriculation
        immatriculee?
        immatriculation au rcs
        tag der (?:ersten )?eintragung
        (?:erst)?eintragungsdatum
        datum der (?:erst)?eintragung
        ersteintragung
        datum eerste inschrijving(?: handelsregister)?
        eerste inschrijving(?: handelsregister)?
        datum vestiging
        date of registration
        registered on
        date de commencement d'activite
    """,
    "expiry_1": r"""
        geldig(?:heid)? (?:tot(?: en met)?|t/m|t\.e\.m\.)
        vervaldatum
        verloopdatum
        vervaldag
        vervalt (?:op)?
        verloopt (?:op)?
        (?:einde|datum einde|einddatum) (?:van de )?geldigheid(?:sduur)?
        (?:uiterste )?geldigheidsdatum
        date d'expiration
        date d'echeance
        date d'exp\.?
        date de (?:fin de )?validite
        fin de validite
        expiration
        expire (?:le)?
        (?:valable|valide|validite) jusqu'?(?:au|a)
        gultig(?:keit)? bis
        gueltig bis
        ablaufdatum
        gultigkeitsdatum
        lauft (?:am)?
        (?:date of expiry|expiry date|expiration date|date of expiration|date of exp\.?|expires? on|expires?|expiry)
        valid (?:until|till|to|through|thru)
        valid up to
    """,
    "period_1": r"""
        geldig(?:heid)?(?: van)?
        valable du
        valid from
        valid
        gultig(?:keit)?(?: von| ab)?
        (?:valable|validite)
    """,
    "document_1": r"""
        datum (?:van )?(?:de |het )?(?:afgifte|uitgifte|uitreiking|ondertekening|opmaak|verzending|opstelling)
        datum (?:van )?(?:de |het )?(?:rekening)?(?:uittreksel|afschrift|overzicht)
        datum (?:van )?(?:de |het )?(?:factuur|document|attest|verklaring|akte|nota|rekening|certificaat|volmacht)
        (?:afgifte|uitgifte|uittreksel|factuur|afschrift|rekening|ondertekenings|aanmaak|document|attest|nota|opmaak)datum
        afgegeven
        uitgereikt
        gedaan te
        gedateerd
        d\.d\.
        aldus (?:opgemaakt|gedaan|verleden)
        heden
        vervaardigd
        gewaarmerkt
        uittreksel (?:van|d\.d\.|op|aangemaakt|afgeleverd)
        afgeleverd
        (?:toestand|situatie|gegevens) (?:op|per)
        rekeningafschrift (?:van|per|d\.d\.)
        factuur van
        opgevraagd op
        aangemaakt op
        afgedrukt op
        date (?:de |d')?(?:l'|la |du )?(?:emission|delivrance|facture|facturation|document|extrait|releve|edition)
        date (?:de |d')?(?:l'|la |du )?(?:etablissement|signature|acte|attestation|certificat|declaration|impression)
        delivree?s?
        emise? le
        editee? le
        fait (?:a|le)
        faite (?:a|le)
        signee? (?:a|le)
        en date du
        (?:mis )?a jour au
        (?:extrait|releve|facture|attestation|releve de compte) (?:n°? ?\S{1,20} )?(?:du|au|en date du)
        arrete au
        situation au
        imprime le
        l'an
        (?:in )?het jaar
        im jahre
        aujourd'hui
        ausstellungsdatum
        ausstellungstag
        ausgestellt
        rechnungsdatum
        datum der (?:ausstellung|rechnung|erstellung|bescheinigung|unterzeichnung)
        tag der ausstellung
        erstellungsdatum
        erstellt
        belegdatum
        auszugsdatum
        (?:konto)?auszug vom
        (?:abruf|abdruck|ausdruck|stand|auszug|urkunde|bescheinigung)(?:s?datum)?(?: vom)?
        rechnung(?: nr\.? ?\S{1,20})? vom
        abgerufen
        heute
        date (?:of )?(?:the |this )?(?:issue|issuance|statement|invoice|bill|document|extract|certificate|report)
        date (?:of )?(?:the |this )?(?:signature|signing|declaration|execution)
        (?:issue|statement|invoice|bill|billing|document|extract|certificate) date
        (?:signing|signature|report|print|tax point) date
        date issued
        issued
        dated
        statement as of
        (?:generated|printed|produced|created|prepared|extracted|downloaded|made) (?:on|at|this)
        given (?:at|under|this)
        witness whereof
        this day
        this (?:deed|agreement|power of attorney|lease) (?:is |was )?(?:made|dated|executed|given|entered into)
        information (?:correct )?as (?:at|of)
        as at
    """,
    "deed_1": r"""
        opgemaakt
        opgesteld
        etablie?s?
        dressee?s?
        proces-verbaal
        proces-verbal
        verleden
        ondertekend
        getekend
        (?:onder)?handse akte
        passee? (?:a|le|devant)
        recue? (?:par|le|devant)
        (?:unterzeichnet|unterschrieben|verhandelt|geschehen|beurkundet)
        notariell(?:er|em|en)? (?:urkunde|vertrag)
        (?:executed|signed|sworn)(?: on)?
    """,
    "period_end_1": r"""
        (?:nieuw |eind|slot)saldo(?: (?:per|op|am))?
        saldo (?:per|op|am)
        (?:nouveau )?solde(?: (?:au|en date du|final))?
        endsaldo
        (?:neuer )?kontostand(?: (?:am|zum|per))?
        solde (?:crediteur |debiteur )?au
        balance (?:at|on|as of|as at|carried forward)
        (?:closing|ending) balance(?: (?:at|on|as of|as at))?
        period (?:end|ending|ended)
        period to
    """,
    "period_2": r"""
        (?:facturatie|rekening|verbruiks|afrekenings)?periode(?: van)?
        (?:periode|exercice)(?: (?:de facturation|de consommation))?(?: du)?
        (?:abrechnungs|verbrauchs|berichts)?zeitraum(?: vom)?
        (?:statement |billing |accounting |supply )?period(?: from)?
    """,
    "other_1": OTHER,
}

LABELS = re.compile(
    r"(?<![a-z])(?:" + "|".join(f"(?P<{name}>{phrases(lines)})" for name, lines in _ROLES.items()) + r")(?![a-z])"
)
"""All of them; where several begin at one place, the first role of the table takes it."""
