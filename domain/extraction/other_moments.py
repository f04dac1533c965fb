"""What documents write before a date that is none of those looked for: births, changes, filings, publications, terms
of office, days to pay by, financial years, laws. Folded; one phrase a line, spaces may be missing."""

OTHER = r"""
    (?:last|next) (?:confirmation )?statement (?:date|dated)
    blijkt uit (?:het |een )?[a-z]{4,20} van
    (?:het|een|uit|volgens|blijkens) bankattest van
    (?:resulte|ressort) de l'attestation(?: bancaire)?(?: delivree)?[a-z ]{0,40}
    (?:der|einer|laut|gemass|durch) bankbestatigung vom
    the (?!lease|rental|tenancy|present)[a-z]+ (?:agreement|contract) was (?:signed|concluded|entered into)(?: on)?
    contrat de (?!bail|location)[a-z]+ (?:a ete |fut )?(?:signee?|conclue?)(?: le)?
    (?!huur)[a-z]{4,20}overeenkomst (?:werd|is) (?:ondertekend|getekend|gesloten)(?: op)?
    transfer(?:t|ee?s?) (?:du|de|d'|depuis)[a-z' .-]{3,60}? en date du
    geboren
    demande (?:introduite|presentee|deposee|recue|formulee) (?:le|en date du)
    demande (?:du|en date du)(?=\s?(?:[0-9]|$))
    (?:aanvraag|verzoek) (?:ingediend|ontvangen) op
    (?:aanvraag|verzoek) (?:van|d\.d\.)(?=\s?(?:[0-9]|$))
    antrag (?:vom|eingereicht am|gestellt am|eingegangen am)(?=\s?(?:[0-9]|$))
    (?:application|request) (?:dated|(?:received|made|submitted)(?: on|(?=\s?(?:[0-9]|$))))
    (?:votre (?:courrier|lettre)|uw (?:brief|schrijven)|ihr(?:e|em)? (?:schreiben|brief|anfrage)) (?:du|van|vom)
    your (?:letter|enquiry|email) (?:of|dated)
    geboortedatum
    geboorteplaats en -?datum
    geb\.
    geboorte
    nee?(?:\(e\))?(?: (?:le|a))
    date de naissance
    naissance
    geburtsdatum
    geburtstag
    geboren am
    date of birth
    born
    birth
    d\.?o\.?b
    gewijzigd
    (?:laatst |laatste )?wijzig(?:ing|d)(?:en)?
    statutenwijziging
    modifiee?s?
    modification(?: des statuts)?
    modificatif
    geandert
    anderung(?:en)?
    amended
    amendment
    as amended
    changed
    (?:was |were |is )?entered (?:in|under|on)
    next (?:accounts|confirmation|statement)
    due (?:by|date|on)?
    payable (?:by|before)
    pay by
    (?:te betalen|betaal|betaling|betaalbaar) (?:voor|uiterlijk|tegen)
    uiterste betaaldatum
    betaaldatum
    (?:a payer avant|payable avant|date limite)
    (?:zahlbar|fallig)(?: (?:bis|am))?
    falligkeit(?:sdatum)?
    zahlungsziel
    echeance
    bekendgemaakt
    publicatie(?:datum)?
    staatsblad
    gepubliceerd
    publiee?
    publication
    moniteur belge
    annexes? (?:du|au) moniteur
    veroffentlicht
    bekanntmachung
    published
    gazette
    (?:sinds|sedert)
    in functie
    depuis(?: le)?
    seit
    since
    appointed
    (?:date of )?appointment
    benoemd
    benoeming
    nommee?
    nomination
    bestellt
    bestellung
    resigned
    (?:begin|einde|aanvang)(?:datum)? (?:van het |van de )?mandaat
    (?:debut|fin) (?:du |de )?mandat
    meterstand
    meteropname
    releve (?:d')?index
    ablesung
    meter reading
    boekjaar
    exercice(?: (?:social|comptable))?(?: (?:clos|cloture))?
    cloture
    afgesloten
    geschaftsjahr
    jahresabschluss
    financial year
    year (?:end|ended|ending)
    accounting reference date
    balansdatum
    balans (?:per|op)
    bilanz (?:zum|per)
    zum 31
    date de cloture
    jaarrekening
    algemene vergadering
    assemblee generale
    gesellschafterversammlung
    general meeting
    bijgewerkt
    valutadatum
    valuta
    date valeur
    value date
    boekingsdatum
    buchungstag
    wertstellung
    eintritt
    letzten? eintragung(?: am)?
    ingang(?:sdatum)?
    aanvang(?:sdatum)?
    met ingang (?:van|op)
    vanaf
    a (?:partir|compter|dater) du
    prise? (?:d')?effet
    prend(?:ra)? (?:cours|effet)
    neemt een aanvang
    commenc(?:ing|es?|ement)
    effective
    start(?:datum| date)
    beginn(?:t|end)?
    mietbeginn
    wirkung (?:vom|zum)
    ab dem
    end date
    einddatum
    (?:date de )?fin
    ends? on
    eindigt
    eindigend
    termine
    endet
    datum (?:van )?(?:inschrijving|registratie)
    date d'inscription
    inscription
    registratiedatum
    vervallen
    opgeheven
    stopzetting
    stopgezet
    radiation
    geloscht
    loschung
    dissolved
    dissolution
    volmacht van
    wet van
    loi du
    gesetz vom
    gesetzes vom
    (?:act|law|directive|regulation) of
    wetboek van
    arrete royal du
    koninklijk besluit van
    besluit van
    decreet van
    richtlijn
    verordening
    payment date
    last updated
    last (?:accounts|statement|confirmation statement)
    made up to
    datum aanvang
    beschluss
    protokoll
    ubergabe
    vollmacht vom
    balance sheet (?:as )?(?:at|of|on)
    statement of financial position (?:as )?(?:at|of|on)
    (?:financial )?position as (?:at|of)
    balans (?:per|op|na winstverdeling per)
    bilan (?:au|arrete au|clos le)
    (?:handels)?bilanz (?:zum|per)
"""
