"""What documents write before the day they were made, issued or signed, or of which they tell the state. Folded; one
phrase a line, spaces may be missing."""

DOCUMENT = r"""
    (?:plaats|lieu|ort|place)\s?[,/&]?\s?(?:en |et |und |and )?(?:datum|date)
    (?:datum|date)\s?[,/&]?\s?(?:en |et |und |and )?(?:plaats|lieu|ort|place|signature|handtekening|unterschrift)
    (?:handtekening|signature|unterschrift)\s?[,/&]\s?(?:datum|date)
    (?:gegeven|gedaan|vastgelegd|geregistreerd) te
    (?:snapshot|search|order|reference|effective issue) date
    (?:peildatum|toestandsdatum|dossierdatum|exportdatum|rapportdatum|controledatum|datum controle)
    (?:opgeslagen|geexporteerd|gecertificeerd|bevestigd|verklaard) op
    (?:verklaard|bevestigd) te
    (?:export|exporte|imprimee?|transmise?|notifiee?|approuve) (?:le|du)
    (?:certifie|atteste|declare) (?:exact|sincere|le)
    date (?:et )?(?:lieu )?de (?:la )?(?:presente|signature|demande)
    date (?:facture|extrait|releve|document|edition|emission|impression|certificat|attestation)
    (?:bescheinigt|erklart|versichert|gezeichnet|gegeben|gefertigt|geschrieben|versandt) (?:am|zu|in)
    (?:datenstand|sachstand|berichtsdatum|erklarungsdatum|unterschriftsdatum|meldedatum|auskunftsdatum)
    (?:auskunft|bericht|erklarung|bestatigung|mitteilung|schreiben|vollmacht|zertifikat) vom
    (?:certified|attested|delivered|confirmed|sealed|acknowledged|witnessed|verified) (?:on|at|this)
    (?:in witness|as witness)
    (?:current|accurate|up to date|valid|true) (?:as )?(?:of|at|on)
    record (?:date|as of)
    (?:gegevens |situatie |uittreksel )?geldig op
    (?:printed|generated|issued|created|produced|signed)(?=\s?:)
    (?:printed|generated|produced|downloaded|retrieved)(?=\s$)
    downloaded
    register as (?:at|of|on)
    verhandelt zu
    (?:factuur|afrekening|nota)(?: nr\.? ?<number>| <number>)? (?:van|d\.d\.|dd\.?)
    (?:invoice|bill|statement)(?: (?:no\.?|number))? <number> (?:of|dated)
    datum (?:van )?(?:de |het |dit |deze )?(?:aanmaak|raadpleging|consultatie|afdruk|overeenkomst|brief|opvraging)
    datum (?:van )?(?:de |het |dit |deze )?(?:uittreksel|rekeninguittreksel|bewijs|formulier|opgave|aanslag)
    datum (?:en plaats|opgemaakt|ondertekend|afgegeven|uitgereikt)
    plaats en datum
    (?:afdruk|print|uitgifte|uitreikings|verklarings|consultatie|raadplegings|brief|opvraag|creatie)datum
    (?:akte|volmacht|verzend|opstellings|aanslag|peil)datum
    datum brief
    (?:geprint|gegenereerd|geraadpleegd|opgehaald|gedownload|uitgegeven|verzonden) (?:op|te)
    (?:stand|status|toestand|situatie) (?:op|per|van)
    (?:aldus|zo)(?: naar waarheid)?(?: en te goeder trouw)? (?:ingevuld|verklaard|getekend|ondertekend)
    naar waarheid (?:ingevuld|opgemaakt|verklaard)
    ingevuld (?:op|te)
    voor eensluidend (?:uittreksel|afschrift)
    etat (?:au|du|en date du)
    (?:pour|certifiee?) (?:extrait|copie) (?:certifiee? )?conforme
    certifiee? conforme
    edition (?:du|le)
    (?:donnees|informations|inscriptions) (?:a jour |arretees |mises a jour )?au
    (?:generee?|consultee?|telechargee?|extraite?|remplie?|redigee?|realisee?|certifiee?) (?:le|en ligne le)
    date (?:de |d')?(?:l'|la |du )?(?:consultation|mise a jour|redaction|envoi|courrier|avis|present|procuration)
    date (?:de |d')?(?:l'|la |du )?(?:releve|extrait|attestation|delivrance) de compte
    lieu et date
    fait en
    datum (?:des|der|dieses|dieser) (?:auszugs|ausdrucks|abrufs|abdrucks|dokuments|berichts|schreibens|kontoauszugs)
    datum (?:des|der|dieses|dieser) (?:bescheids|zertifikats|erklarung|vollmacht|urkunde|mitteilung|beurkundung)
    datum (?:des|der|dieses|dieser) (?:ausfertigung|unterschrift|meldung|bestatigung|erteilung|ausgabe)
    (?:abruf|druck|ausgabe|dokument|beurkundungs|ausfertigungs|unterzeichnungs|bescheid)datum
    (?:abgerufen|gedruckt|ausgefertigt|ausgegeben|heruntergeladen|erteilt|bestatigt|abgegeben) (?:am|zum)
    ausdruck (?:erstellt|gefertigt|abgerufen) (?:am)?
    ort,? (?:und )?datum
    stand der (?:daten|angaben|eintragungen)
    eintragungen (?:bis|zum)
    date (?:of )?(?:the |this )?(?:letter|power of attorney|extraction|search|printing|filing of this document)
    date (?:of )?(?:the |this )?(?:register extract|printout|confirmation|notice|certification|agreement|deed|form)
    (?:extract|letter|download|search|extraction|certification|creation|declaration|document issue) date
    (?:as of|correct (?:as )?(?:of|at)|status as (?:of|at)|data as (?:of|at)|position (?:as )?at)
    (?:retrieved|obtained|certified|completed|declared|searched) (?:on|at)
    (?:report|extract|certificate|document) (?:generated|issued|created|produced|printed)
    given (?:on|at|under|this)
    (?:signed|sworn|declared|subscribed) (?:and dated|and delivered|by)? ?(?:on|at|this)
    place and date
    date of (?:this |the )?(?:annual )?return
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
    fait (?:a|le)
    faite (?:a|le)
    signee? (?:a|le)
    en date du
    (?:extrait|releve|facture|attestation|releve de compte) (?:n°? ?<number> )?(?:du|au|en date du)
    imprime le
    l'an
    ten jare
    vandaag
    dagtekening
    in the year
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
    (?<!\()(?:abruf|abdruck|ausdruck|stand|auszug|urkunde|bescheinigung)(?:s?datum)?(?: vom)?
    rechnung(?: nr\.? ?<number>)? vom
    abgerufen
    heute
    date (?:of )?(?:the |this )?(?:issue|issuance|statement|invoice|bill|document|extract|certificate|report)
    date (?:of )?(?:the |this )?(?:signature|signing|declaration|execution)
    (?:issue|statement|invoice|bill|billing|document|extract|certificate) date
    (?:signing|signature|report|print|printout|print-out|run|tax point) date
    date issued
    issued
    granted
    dated
    (?:company )?(?:snapshot|report|extract|overview|page|file|document) (?:generated|created|printed|produced)
    (?:ihre|unsere) (?:ab)?rechnung (?:<number> )?vom
    facture d'(?:eau|electricite|energie|acompte) (?:n°? ?<number> )?du
    facture (?:de )?(?:gaz|telephone|telecom) (?:n°? ?<number> )?du
    (?:releve|extrait) (?:bancaire|de compte|d'identite bancaire) (?:n°? ?<number> )?(?:au|du|en date du)
    (?:kontoauszug|auszug|ausdruck) (?:nr\.? ?<number> )?(?:vom|per|zum)
    (?:electricity|gas|water|energy|telephone) (?:bill|invoice|statement) (?:no\.? ?<number> )?(?:of|dated)
    (?:stroom|gas|water|energie)(?:factuur|afrekening) (?:nr\.? ?<number> )?(?:van|d\.d\.)
    adopted by (?:(?:a |the )?(?:special|written|ordinary) )?resolution(?: (?:passed|dated))?(?: on)?
    date of (?:the |this )?(?:lease|tenancy|mandate|authori[sz]ation|letter of authority)
    date (?:du |de la |de )(?:bail|convention de bail|mandat|pouvoir|lettre|contrat de bail)
    datum (?:van )?(?:de |het )?(?:huurovereenkomst|huurcontract|machtiging|verslag)
    datum (?:des|der) (?:mietvertrag(?:e?s)|vertragsschluss(?:es)|vertragsunterzeichnung|vertretungsvollmacht)
    mise?s? a jour (?:suivant|selon|par|suite a|apres|en vertu de)(?: [a-z'’]+){1,7}? (?:du|le|en date du)
    gecoordineerd (?:op|per|na)
    (?:in der )?fassung (?:vom|des beschlusses vom)
    statement as of
    (?:generated|printed|produced|created|prepared|extracted|downloaded|made) (?:on|at|this)
    witness whereof
    this day
    this (?:deed|agreement|power of attorney|lease) (?:is |was )?(?:made|dated|executed|given|entered into)
    information (?:correct )?as (?:at|of)
    editee? (?:le|a|du)
    signee? electroniquement (?:le|a)
""".replace("<number>", r"\S{1,20}(?:\s[0-9]{2,4}){0,5}")
"""A number of a bill may be written in groups: `Facture n° 10 188 442 907 du 19 février 2025`."""
