"""What documents write before a date to say what day it is, folded; one phrase a line, spaces may be missing.

The number of a role is how sure it makes: 1 says it in so many words, 2 in a way of speaking, 3 is a stand-in that is
used where a document says nothing better (a register often prints the day of the first entry only). `other` is a day
that is none of those looked for, and keeps its date from being taken for one; `deed` is the signing of a deed, of which
the words before say what it did. `validity` is an expiry said of the paper itself, also of those whose other dates of
expiry are days to pay by. `adopted` and `filed` are the document's own days where it is annual accounts.
"""

import re

from domain.extraction.document_moments import DOCUMENT
from domain.extraction.folding import phrases
from domain.extraction.other_moments import OTHER

_ROLES: dict[str, str] = {
    "incorporation_1": r"""
        is opgericht
        oprichtingsjaar en -datum
        stichtingsdatum
        datum (?:van )?(?:de )?stichting
        date de (?:la )?formation
        constituee? (?:le|aux termes)
        societe creee? le
        entstehung(?:sdatum)?
        date of (?:company )?formation
        incorporated on
        company formed
        formed on
        date of (?:its |original )?incorporation
        opgericht
        oprichtingsdatum
        datum (?:van )?(?:de )?(?:akte (?:van )?)?oprichting(?:sakte)?
        oprichting
        akte van oprichting
        oprichtingsakte
        begindatum
        gesticht
        a ete constituee?
        constituee?
        date de (?:la )?constitution
        date de (?:la )?creation
        date de fondation
        erst(?:e )?eintragung
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
        errichtungserklarung(?: vom)?
        erklarung uber die errichtung(?: der gesellschaft)?(?: vom)?
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
        startdatum (?:van de )?(?:onderneming|entiteit|vennootschap)
        aanvangsdatum (?:van de )?(?:onderneming|vennootschap)
        (?:gesellschaftsvertrag|satzung) (?:vom|v\.)
        gesellschaftsvertrag(?: (?:ist )?(?:abgeschlossen|errichtet|festgestellt|geschlossen))?
        satzung(?: (?:ist )?(?:errichtet|festgestellt))?
    """,
    "incorporation_3": r"""
        registered(?=\s?:)
        tag der eintragung der gesellschaft
        inscrite? le(?=\s*(?:nature|forme|$))
        (?<![a-z][^a-z])eintragung(?=\s?:?\s*$)
        eintragung(?=\s+loschung)(?:\s+loschung)?
        (?:date of )?first registration(?: date)?
        registration date
        datum (?:van )?(?:de )?(?:eerste )?inschrijving (?:in|bij) (?:het|de) (?:handelsregister|kvk|kbo)
        ingeschreven in het handelsregister (?:sinds|sedert|op)
        date d'inscription au (?:rcs|registre)
        premiere immatriculation
        eingetragen (?:am|seit)
        eintragung (?:der gesellschaft )?(?:am|vom)
        handelsregistereintrag(?:ung)? vom
        date d'immatriculation
        immatriculee?
        immatriculation au rcs
        tag der ersten eintragung
        ersteintragungsdatum
        datum der ersteintragung
        ersteintragung
        datum eerste inschrijving(?: handelsregister)?
        eerste inschrijving(?: handelsregister)?
        datum vestiging
        date of registration
        registered on
        date de commencement d'activite
    """,
    "state_1": r"""
        as at
        stichtag
        arretee?s? au
    """,
    "entered_3": r"""
        tag der eintragung
        eintragungsdatum
        datum der eintragung
    """,
    "start_3": r"""
        start date(?=\s?:)
    """,
    "expiry_1": r"""
        gilt fur (?:die dauer von )?[a-z0-9]{1,12} (?:monaten?|jahre?n?),? (?:(?:d\.? ?h\.?|also),? )?bis(?: zum)?
        val(?:abl|id)e (?:pour une duree de |pendant )?[a-z0-9]{1,12} (?:mois|ans?|jours),? (?:soit )?jusqu'?(?:au|a)
        geldig (?:voor |gedurende )?[a-z0-9]{1,12} (?:maanden|jaar|dagen),? (?:(?:d\.w\.z\.|dus),? )?tot(?: en met)?
        valid for (?:a period of )?[a-z0-9]{1,12} (?:months?|years?|days),? (?:i\.e\. )?(?:until|(?:up )?to)
        [0-9]{1,2} (?:monate|jahre|tage) gultig,? bis(?: zum)?
        geldigheid(?:sduur)?\s?:? (?:tot|t/m)
        (?:verliest(?: (?:zijn|haar) geldigheid)?|houdt op geldig te zijn) (?:op|na)
        (?:duree de )?validite\s?:? jusqu'?(?:au|a)
        perd(?:ra)? (?:sa validite|le|au)
        gultigkeit(?:sdauer)?\s?:? bis
        verliert (?:(?:ihre|seine) gultigkeit )?(?:am|mit ablauf des)
        validity\s?:? (?:until|to)
        ceases to be valid (?:on|after)
        (?:blijft |is |en )?geldig tot
        geldt tot
        niet (?:meer )?geldig na
        einddatum geldigheid
        expiratiedatum
        (?:eindigt van rechtswege|(?:volmacht|machtiging|geldigheid) eindigt) op
        reste valable jusqu'?(?:au|a)
        (?:valable|valide) jusqu'?(?:au|a) et y compris (?:le)?
        (?:cesse|cessera) (?:d'etre valable|de produire (?:ses )?effets?) (?:le)?
        (?:expire|expirera|prend fin|prendra fin) (?:de plein droit |automatiquement )?le
        limite de validite
        gilt (?:noch |nur )?bis
        (?:gultig|wirksam|befristet) (?:noch |nur )?bis
        gultigkeitsende
        ende der gultigkeit
        erlischt (?:automatisch )?(?:am|mit ablauf des)
        gultigkeitsdauer bis
        (?:lauft ab|(?:vollmacht|gultigkeit|bescheinigung) endet) (?:am|mit ablauf des)
        not valid after
        (?:remains?|continues?|is) (?:valid|in force|in effect) (?:until|till|to|through)
        in force until
        validity (?:until|to|end)
        (?:shall|will) (?:automatically )?(?:expire|lapse|terminate|cease)(?: on)?
        valid up to and including
        (?:expiring|(?:authority|power of attorney|mandate|validity) ends)(?: on)?
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
        date d'exp(?:ir)?\.?
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
    "validity_1": r"""
        relied (?:up)?on (?:until|after)
        (?:this|present) (?:letter|certificate|confirmation|reference) (?:is|remains) valid (?:until|to|till)
        (?:deze?|dit) (?:attest|verklaring|bevestiging|brief) (?:is|blijft) geldig tot
        (?:cette|la presente) (?:attestation|lettre|confirmation) (?:est|reste) (?:valable|valide) jusqu'?(?:au|a)
        diese (?:bescheinigung|bestatigung|erklarung) (?:ist|bleibt|gilt) (?:gultig )?bis
    """,
    "period_1": r"""
        geldig(?:heid)?(?: van)?
        valable du
        valid from
        valid
        gultig(?:keit)?(?: von| ab)?
        (?:valable|validite)
    """,
    "document_1": DOCUMENT,
    "licence_1": r"""
        4 ?a\.?
    """,
    "licence_end_1": r"""
        4 ?b\.?
    """,
    "document_2": r"""
        (?:mis )?a jour au
        (?:situation au|a la date du)
        (?:proces-verbal|pv) d(?:e|es|u) (?:[a-z']+ ){0,2}?l'assemblee[^.:;0-9]{0,90}?(?:du|en date du|tenue? le)
        (?:proces-verbal|pv) d(?:e|es|u) (?:la )?(?:deliberations?|decisions?|reunion)[^.:;0-9]{0,90}?(?:du|tenue? le)
        (?:notulen|proces-verbaal|pv) van (?:de |het )?[^.:;0-9]{0,90}?(?:van|op|d\.d\.|gehouden op)
        (?:protokoll|niederschrift) (?:der|des|uber|zur)[^.:;0-9]{0,90}?(?:vom|am)
        minutes of (?:a |the )?[^.:;0-9]{0,90}?(?:held )?(?:on|at)
    """,
    "deed_1": r"""
        (?:authentieke |notariele )?akte (?:van|d\.d\.)
        acte (?:authentique |notarie |sous seing prive )?(?:du|en date du)
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
    "adopted_1": r"""
        (?:vastgesteld|goedgekeurd)
        (?:vastgesteld|goedgekeurd) (?:door|in|op|tijdens) (?:\w+\s+){0,4}?(?:vergadering|bestuur(?:sorgaan)?)
        (?:algemene )?vergadering (?:der|van) (?:aandeelhouders|vennoten) (?:van|d\.d\.)
        datum (?:van )?(?:de )?(?:goedkeuring|vaststelling)(?: door de algemene vergadering)?
        (?:approuvee?s?|arretee?s?)
        (?:approuvee?s?|arretee?s?) (?:par|lors de) (?:l'assemblee|le (?:conseil|gerant|president))(?:\s+[a-z']+){0,2}?
        date d'(?:approbation|arrete)(?: des comptes)?
        (?:aufgestellt|festgestellt)
        festgestellt (?:in|von|durch|auf) (?:\w+\s+){0,3}?(?:gesellschafter|haupt)versammlung
        (?:tag|datum) der (?:aufstellung|feststellung)
        (?:feststellung|feststellungsbeschluss) (?:durch|gemass|laut) (?:\w+\s+){0,3}?[a-z]*versammlung
        feststellung durch [a-z]*beschluss
        (?:gesellschafter|hauptversammlungs|generalversammlungs)beschluss
        (?:aufstellungs|feststellungs)datum
        (?:approved|authori[sz]ed|adopted)(?: (?:for issue )?by the (?:board(?: of directors)?|directors|members))?
        approval date
        date of approval
        date of adoption
    """,
    "filed_1": r"""
        neergelegd
        (?:datum (?:van )?(?:de )?)?neerlegging(?:sdatum)?
        (?:date (?:de |du )?)?depot(?: des comptes)?
        deposee?s?
        hinterlegt
        eingereicht
        (?:tag|datum) der hinterlegung
        (?:date )?filed(?: on)?
        filing(?: date)?
        date of filing
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


def role_of(match: re.Match[str]) -> tuple[str, int]:
    """The role that a label gives, and how sure it makes."""
    name, _, rank = (match.lastgroup or "other_9").rpartition("_")
    return name, int(rank)
