"""What documents write before a company's numbers, folded; one phrase a line, spaces may be missing."""

import re

from domain.extraction.folding import phrases

_NO = r"[ .:]{0,2}(?:-?(?:nr|nummer|no|number|num|n°|numero)[.:]?)?"

SHAPES_OF: dict[str, tuple[str, ...]] = {
    "vat": ("vat", "nl_vat", "ch", "be", "de_bare", "it"),
    "uid": ("vat", "ch"),
    "be": ("be", "vat", "fr"),
    "fr": ("fr",),
    "rcs": ("fr", "lu"),
    "kvk": ("eight",),
    "lux": ("lu",),
    "hr": ("de", "at", "at_bare", "eight", "lu", "ch"),
    "gb": ("gb", "eight", "ie", "cy", "mt", "be"),
    "krs": ("krs",),
    "tin": ("es", "be"),
    "it": ("it",),
    "abroad": ("abroad",),
    "any": ("de", "be", "fr", "gb", "lu", "eight", "ch", "ie", "cy", "mt", "krs", "es"),
}
"""Which shapes of number a label of a kind can be of."""

_KINDS: dict[str, str] = {
    "none": r"""
        tel(?:efoon|ephone|\.)?
        tel\.?
        gsm
        fax
        mobiel
        mobile
        phone
        klant(?:en)?(?:nummer|nr\.?)
        client(?:nummer)?
        (?:n°|no|numero) (?:de )?client
        kunden(?:nummer|nr\.?)
        customer (?:number|no\.?|ref)
        factuur(?:nummer|nr\.?)?
        facture (?:n°|no|numero)
        rechnungs(?:nummer|nr\.?)
        (?:invoice|bill|statement|policy|order|customer reference|account reference) (?:number|no\.?|ref\.?)
        (?:nota|polis|order|aansluitings|relatie|debiteuren)(?:nummer|nr\.?)
        (?:releve|avis|police|commande) (?:n°|no|numero)
        (?:belegs?|auftrags|vertrags|beitrags|mitglieds|kassenzeichen)(?:nummer|nr\.?)
        vertragskonto
        supply number
        mpan
        mprn
        authentication
        rijksregister(?:nummer)?
        (?:n°|numero|no)? ?(?:de )?registre national
        national number
        rijksregisternr
        kaartnummer
        contract(?:nummer| number)?
        ean(?:[ -]code)?
        meter(?:nummer)?
        dossier(?:nummer)?
        repertorium(?:nummer)?
        urkundenrolle?
        urkunden(?:rollen)?(?:nummer|nr\.?)
        uvz-?nr\.?
        steuernummer
        steuer-nr\.?
        tax (?:number|id|reference)
        tax registration (?:number|no\.?)
        (?:tax clearance )?access (?:number|no\.?)
        regon(?: (?:number|no\.?|nr\.?))?
        rea
        utr
        rsin
        fsma
        iban
        bic
        (?:account|sort code|konto|rekening|bankrekening)[ -]?(?:number|no\.?|nummer|nr\.?)
        sort code
        (?:numero|n°|no) de compte
        compte n°
        blz
        bankleitzahl
        kapitaal
        capital
        stammkapital
        vestigings(?:nummer|eenheidsnummer)
        numero d'unite d'etablissement
        (?:identification )?unite d'etablissement
        mededeling
        communication
        reference
        referentie
        verwendungszweck
        naf
        ape
        nace
        sbi
        eori
        lei
        geboren
        passport (?:no\.?|number)
        (?:document|card|identity card) (?:no\.?|number)
    """,
    "vat": rf"""
        (?:btw|b\.t\.w\.)(?:[ -]?(?:identificatie)?{_NO})?
        btw-id
        (?:tva|t\.v\.a\.)(?: ?intracommunautaire| ?intracom\.?| ?ue)?{_NO}
        (?:n°|no|nr|numero|num)\.? (?:de |d'identification )?(?:a la )?tva(?: intracommunautaire| intracom\.?)?
        identifiant tva
        ust[ .-]{{0,2}}id(?:ent)?(?:[ .-]{{0,2}}nr)?\.?(?:nummer)?
        umsatzsteuer[ -]?(?:identifikations?|id)[ .-]{{0,2}}(?:nummer|nr\.?)
        mwst[ .-]{{0,2}}(?:nr|nummer)?\.?
        (?:vat|v\.a\.t\.)(?: (?:registration|reg\.?|identification|id))?{_NO}
        vat id
        (?:partita|p\.?) ?iva
    """,
    "uid": r"""
        uid(?:[ .-]{0,2}(?:nr|nummer))?\.?
        unternehmens-identifikationsnummer
        nip(?: (?:number|no\.?|nr\.?))?
        numero d'identification des entreprises
        ide
    """,
    "be": rf"""
        ondernemings-? (?:en|/|&) btw-?nummer
        (?:nummer|inschrijving) (?:in|bij) (?:het|de) (?:kbo|kruispuntbank(?: van ondernemingen)?)
        bedrijfsnummer
        vennootschapsnummer
        numero (?:bce|unique d'entreprise)
        n° (?:bce|ent\.?|entr\.?)
        (?:registered with|registration in) the crossroads bank
        (?:belgian (?:enterprise|company)|enterprise) registration number{_NO}
        company number \(cbe\)
        entreprise n°
        ondern[ea]m[il]ngs?{_NO}
        ondernemingsnummer
        onderneming nr\.?
        ondememingsnummer
        kbo{_NO}
        kruispuntbank(?: van)?(?: de)? ondernemingen
        (?:numero|n°|no|num\.?) d'entreprise
        numero d' ?entreprise
        bce{_NO}
        banque[ -]?carrefour des entreprises
        (?:enterprise|cbe) (?:number|no\.?|nr\.?)
        cbe
        crossroads bank for enterprises
        unternehmensnummer
        zdu{_NO}
        zentrale datenbank der unternehmen
        rpr
        rechtspersonenregister
        rpm
        registre des personnes morales
        register of legal entities
    """,
    "fr": rf"""
        (?:numero|n°|no) unique d'identification
        identifiant (?:siren|siret)?
        (?:identifiant|numero) (?:national )?(?:siren|siret)(?: du siege)?
        numero d'identification (?:unique|nationale?|sirene)?
        repertoire sirene
        siren{_NO}
        siret(?: \(siege\)| du siege)?{_NO}
        (?:n°|no|numero) (?:de )?(?:siren|siret)
        (?:numero|n°) (?:siren|siret)
    """,
    "lux": r"""
        r\.?c\.?s\.? luxembourg
        rcsl
        registre de commerce et des societes (?:de|a) luxembourg
        luxembourg trade (?:and companies )?register
        handels- und gesellschaftsregister luxemburg
    """,
    "rcs": r"""
        (?:n°|numero|no) (?:de )?(?:rcs|r\.c\.s\.)
        (?:rcs|r\.c\.s\.) (?:n°|numero|no)
        immatriculee? (?:au|a) [a-z' ]{0,40}?sous le (?:numero|n°)
        r\.?c\.?s\.?
        registre du commerce(?: et des societes)?
        immatricul(?:ee?|ation)(?: au rcs)?
    """,
    "kvk": rf"""
        (?:nr\.?|nummer) (?:kvk|kamer van koophandel|handelsregister)
        (?:inschrijvings|dossier|register)nummer (?:kvk|handelsregister|kamer van koophandel)
        (?:kvk|handelsregister)[- ]?(?:dossier|inschrijvings?)nummer
        (?:dutch )?(?:kvk|coc) (?:number|no\.?)
        (?:kvk|k\.v\.k\.){_NO}
        kamer van koophandel
        dutch (?:trade register|chamber of commerce)
        chamber of commerce{_NO}
        netherlands chamber of commerce
    """,
    "hr": r"""
        hr-?(?:nummer|nr\.?)
        register-?nr\.?
        handelsregister-(?:nummer|nr\.?)
        (?:nummer|eintragung) (?:im|des) (?:handelsregisters?|registers)
        (?:commercial|trade|business) register (?:number|no\.?)
        handelsregister(?:nummer|nr\.?|-nr\.?|eintrag)?
        registergericht
        amtsgericht
        registernummer
        nummer der firma
        firmenbuch-?(?:nummer|nr\.?|zahl)?(?: \(fn\))?
        stammzahl(?: \(fn\))?
        firmennummer
    """,
    "gb": r"""
        company reference(?: number)?
        (?:company|corporate) (?:identification|id|ref(?:erence)?) (?:number|no\.?)
        registered number
        (?:limited|ltd\.?|p\.?l\.?c\.?)\s?\($
        companies house registration(?: number| no\.?)?
        (?:united kingdom|uk) company (?:number|no\.?)
        company (?:registration )?(?:number|no\.?|nr\.?|reg\.? no\.?|reg(?:istration)? no\.?)
        companies house(?: number| no\.?| reg\.? no\.?)?
        crn
        cro(?: registration)?(?: number| no\.?| nr\.?)?
        incorporation (?:number|no\.?)
        companies registration office(?: number| no\.?)?
        registered (?:company )?(?:number|no\.?)
        registered in (?:england(?: and wales| & wales)?|scotland|northern ireland|wales)
        reg(?:istered)?\.? no\.?
        incorporated in england(?: and wales| & wales)?
        company
    """,
    "krs": rf"""
        krs{_NO}
        (?:numer|nr\.?|nummer|number|numero|n°) krs
        (?:polish )?national court register(?: \(krs\))?{_NO}
        kraj(?:owy|owego) rejestru? sadow(?:y|ego)(?: \(krs\))?{_NO}
    """,
    "tin": rf"""
        tax(?:payer)? identification(?: (?:number|no\.?|nr\.?|code))?
        [cn]\.?i\.?f\.?{_NO}
        (?:codigo|numero) de identificacion fiscal
    """,
    "it": r"""
        codice fiscale
        cod\. ?fisc\.?
        c\.f\.
        (?:italian )?(?:fiscal|tax) code
    """,
    "abroad": rf"""
        (?:nipc|cvr|oib|mbs|ico){_NO}
        org(?:ani[sz]ation(?:al|s)?)?[ .-]{{0,2}}(?:number|no\.?|nr\.?|nummer)
        business (?:id|identity code)
        y-tunnus
        cegjegyzekszam
        registrikood
        (?:registry|company|legal entity) code
    """,
    "any": r"""
        (?:company )?regist(?:er|ration)(?: number| no\.?| nr\.?)
        registratienummer
        inschrijvingsnummer
        inschrijfnummer
        identificatienummer
        (?:numero|n°|no) (?:d')?(?:immatriculation|identification|registre|enregistrement|inscription)
        registrierungsnummer
        identification number
        entity (?:number|id)
        onder (?:het )?nummer
        sous le numero
        unter (?:der )?(?:nummer|nr\.?)
        under (?:the )?(?:number|no\.?)
        number
        matricule
        company id
    """,
}

LABELS = re.compile(
    r"(?<![a-z])(?:" + "|".join(f"(?P<{kind}>{phrases(lines)})" for kind, lines in _KINDS.items()) + r")(?![a-z])"
)
