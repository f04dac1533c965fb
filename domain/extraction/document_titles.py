"""The titles that documents of each type carry, in four languages; folded, without spaces when compared, one phrase
between commas."""

from domain.extraction.folding import letters_of
from schemas.extraction import DocumentType

_TITLES: dict[DocumentType, str] = {
    "articles_of_association": """
        oprichting van een vennootschap, oprichting van een besloten vennootschap, oprichting van een naamloze
        vennootschap, akte houdende statuten, statuten van de vennootschap, authentieke akte oprichting,
        doorlopende tekst van de statuten, akte van statutenwijziging, notulen buitengewone algemene
        vergadering, statuts de la societe, statuts a jour, statuts refondus, projet de statuts, acte de
        societe, contrat de societe, creation de societe, satzung der aktiengesellschaft, gesellschaftsvertrag
        der gmbh, gesellschaftsvertrag einer gesellschaft, grundungsprotokoll, musterprotokoll, notarielle
        grundung, neufassung der satzung, memorandum of incorporation, company constitution, constitutional
        documents, deed of association, deed of formation, by-laws, bylaws, notarial deed of incorporation,
        articles of organization, statuten, gecoordineerde statuten, oprichtingsakte, akte van oprichting,
        oprichting besloten vennootschap, oprichting naamloze vennootschap, statutenwijziging, coordinatie van
        de statuten, oprichting bv, oprichting nv, statuts, statuts coordonnes, statuts constitutifs, acte
        constitutif, acte de constitution, statuts mis a jour, coordination des statuts, constitution de
        societe, constitution d'une societe, gesellschaftsvertrag, satzung, grundungsurkunde, satzung der
        gesellschaft, errichtung einer gesellschaft, grundung einer gesellschaft, notarielle urkunde grundung,
        articles of association, memorandum of association, memorandum and articles, deed of incorporation,
        articles of incorporation, certificate of formation bylaws, constitution of the company, akte houdende
        oprichting
    """,
    "register_extract": """
        company printout, companies registration office, business register printout, bedrijvenregister uittreksel,
        auszug aus dem unternehmensregister, extrait du registre des entreprises, firmenbuch auszug,
        kbo-uittreksel, kbo uittreksel, uittreksel uit de kbo, uittreksel uit het register, uittreksel
        rechtspersonenregister, kvk-uittreksel, inschrijving handelsregister, inzage handelsregister, kbo public
        search, bce public search, extrait de la bce, extrait du registre des personnes morales, extrait kbis
        du, k-bis, extrait d'immatriculation au rcs, extrait rne, extrait du repertoire, registre des societes,
        fiche d'entreprise, handelsregister auszug, amtlicher ausdruck, chronologischer auszug, historischer
        ausdruck, aktueller auszug, registerausdruck, handelsregister abteilung b, registerblatt,
        unternehmensregister, registerauskunft, extract from the companies register, extract from the trade
        register, extract from the business register, certificate of good standing and register extract,
        companies house register, company snapshot, company report companies house, certified extract, official
        extract, extract of registration, extract from the crossroads bank, uittreksel register, uittreksel kbo,
        confirmation statement, registre de commerce et des societes, registre du commerce et des societes,
        uittreksel uit de kruispuntbank, kruispuntbank van ondernemingen, uittreksel kruispuntbank, uittreksel
        handelsregister, uittreksel kamer van koophandel, uittreksel kvk, kvk uittreksel, handelsregister
        uittreksel, business register extract, uittreksel uit het handelsregister, bedrijfsprofiel, gegevens van
        de geregistreerde entiteit, extrait bce, extrait de la banque-carrefour, banque-carrefour des
        entreprises, extrait kbis, extrait k bis, extrait d'immatriculation, extrait du registre du commerce,
        extrait du registre de commerce, extrait rcs, extrait lbis, immatriculation principale au registre du
        commerce, donnees de l'entite enregistree, extrait du registre, handelsregisterauszug, handelsregister b
        des amtsgerichts, handelsregister a des amtsgerichts, handelsregisterausdruck, auszug aus dem
        handelsregister, aktueller ausdruck, chronologischer ausdruck, aktueller abdruck, firmenbuchauszug,
        registerauszug, auszug aus der zentralen datenbank der unternehmen, ausdruck handelsregister, wiedergabe
        des aktuellen registerinhalts, extract from the register, commercial register extract, trade register
        extract, company register extract, register extract, company profile, companies house company profile,
        current appointments report, extract from the commercial register, company information extract,
        registered entity data, company overview, trade register, extract of the register, company details
        companies house, crossroads bank for enterprises
    """,
    "certificate_of_incorporation": """
        attest van neerlegging, attest van neerlegging oprichtingsakte, attestation de depot de l'acte
        constitutif, bekanntmachung einer neueintragung, neueintragung, mitteilung einer neueintragung, notice of
        new registration, bekendmaking van nieuwe inschrijving, confirmation de l'immatriculation,
        bewijs van registratie, bevestiging van inschrijving, inschrijvingsbewijs, bevestiging inschrijving,
        attest van inschrijving, inschrijvingsattest, oprichtingsakte certificaat, verklaring van oprichting,
        registratiebewijs, certificat d'inscription, certificat d'inscription au repertoire sirene, attestation
        d'inscription, avis de situation, avis de situation au repertoire sirene, certificat de creation,
        attestation de creation, recepisse de depot de dossier de creation, avis d'immatriculation, notification
        d'immatriculation, certificat d'enregistrement, eintragungsmitteilung, mitteilung uber die eintragung,
        eintragungsnachricht, bestatigung der eintragung, bescheinigung uber die eintragung, grundungsurkunde
        bescheinigung, eintragungsbestatigung, registrierungsbescheinigung, registerbescheinigung,
        handelsregisterbescheinigung, certificate of company registration, certificate of registration of
        company, registration certificate, confirmation of registration, confirmation of incorporation, notice
        of incorporation, certificate of incorporation of a company, certificate of incorporation, certificate
        of registration of a company, certificate of incorporation of a private limited company, certificate of
        incorporation on change of name, certificate of formation, incorporation certificate, certificat
        d'incorporation, certificat de constitution, attestation d'immatriculation, certificat
        d'immatriculation, attest van oprichting, certificaat van oprichting, oprichtingscertificaat, bewijs van
        oprichting, bewijs van inschrijving, oprichtingsattest, grundungsbescheinigung, bescheinigung uber die
        grundung, eintragungsbescheinigung, bescheinigung der grundung, grundungszertifikat, attestation de
        constitution, certificate of good standing, certificate of registration
    """,
    "ubo_declaration": """
        ubo-formulier, ubo formulier, verklaring ubo, opgave uiteindelijk belanghebbenden, opgave ubo,
        begunstigden van de vennootschap, identificatie van de uiteindelijke begunstigden, ubo-attest,
        formulaire ubo, attestation ubo, extrait du registre des beneficiaires effectifs, liste des
        beneficiaires effectifs, fiche beneficiaire effectif, attestation sur les beneficiaires effectifs,
        ubo-erklarung, angabe des wirtschaftlich berechtigten, mitteilung an das transparenzregister, meldung
        wirtschaftlich berechtigter, offenlegung der wirtschaftlich berechtigten, selbstauskunft wirtschaftlich
        berechtigter, ubo form, ubo certificate, psc register, register of persons with significant control,
        disclosure of beneficial owners, beneficial owner certification, declaration of ultimate beneficial
        owners, confirmation of beneficial ownership, statement of beneficial owners, ubo-verklaring, verklaring
        uiteindelijke begunstigden, verklaring van de uiteindelijke begunstigden, ubo-register, ubo register,
        register van uiteindelijke begunstigden, uiteindelijk begunstigden, verklaring uiteindelijk
        belanghebbenden, uiteindelijk belanghebbenden, ubo verklaring, verklaring uiteindelijke begunstigde,
        uittreksel ubo-register, verklaring inzake uiteindelijke begunstigden, uiteindelijke begunstigden,
        declaration des beneficiaires effectifs, registre des beneficiaires effectifs, declaration de
        beneficiaire effectif, declaration ubo, document relatif au beneficiaire effectif, declaration relative
        aux beneficiaires effectifs, extrait du registre ubo, registre ubo, declaration du beneficiaire
        effectif, attestation de beneficiaires effectifs, beneficiaires effectifs, identification des
        beneficiaires effectifs, erklarung zum wirtschaftlich berechtigten, wirtschaftlich berechtigte,
        transparenzregister, erklarung uber wirtschaftlich berechtigte, angaben zu wirtschaftlich berechtigten,
        auszug aus dem transparenzregister, erklarung der wirtschaftlich berechtigten, feststellung des
        wirtschaftlich berechtigten, ubo declaration, declaration of beneficial ownership, beneficial ownership
        declaration, beneficial owner declaration, declaration of beneficial owners, register of beneficial
        owners, beneficial ownership register, ubo statement, statement of beneficial ownership, ultimate
        beneficial owner, ultimate beneficial owners, persons with significant control, beneficial ownership
        form, certification of beneficial owners, erklaerung zum wirtschaftlich berechtigten, beneficial
        ownership
    """,
    "identity_document": """
        verblijfsvergunning, voorlopig rijbewijs, nederlandse identiteitskaart, passeport republique francaise,
        titre d'identite, titre de voyage, vorlaufiger personalausweis, kinderreisepass, travel document,
        identity document, id card, driving license, residence card, paspoort, passeport, reisepass, passport,
        identiteitskaart, carte d'identite, carte nationale d'identite, personalausweis, identity card, national
        identity card, rijbewijs, permis de conduire, fuhrerschein, driving licence, verblijfstitel, titre de
        sejour, aufenthaltstitel, residence permit, identitatskarte, elektronische identiteitskaart, european
        identity card, driver license, verblijfskaart, carte de sejour
    """,
    "utility_bill": """
        water and wastewater charges, water charges, sewerage charges, electricity charges, gas charges, energy
        charges, telephone charges, kosten water, kosten energie, frais d'energie, consommation d'eau, wassergebuhren,
        abwassergebuhren, gasabrechnung, wasserabrechnung, warmeabrechnung, heizkostenabrechnung,
        elektriciteit en gas, factuur gas, afrekening gas, factuur voor energie, energieafrekening,
        energierekening, waterrekening, stroomfactuur, voorschotnota, factuur gas en elektriciteit, factuur
        elektriciteit en gas, jaarafrekening energie, afrekening gas en elektriciteit, maandfactuur energie,
        drinkwaterfactuur, telefoonrekening, internet en telefonie, factuur internet, mobiele factuur, facture
        electricite et gaz, facture d'electricite et de gaz, votre facture d'energie, facture de fourniture,
        decompte de consommation, decompte d'energie, facture d'energies, facture mobile, facture fixe et
        internet, releve de consommation, jahresabrechnung, ihre jahresabrechnung strom, jahresabrechnung gas,
        jahresabrechnung energie, rechnung fur energie, stromlieferung rechnung, rechnung gas, rechnung wasser,
        rechnung fernwarme, festnetzrechnung, mobilfunkrechnung, rechnung internet, verbrauchsrechnung,
        energieabrechnung, turnusrechnung, ihre stromrechnung, schlussrechnung strom, gas and electricity bill,
        electricity and gas bill, water and sewerage bill, gas statement, water statement, energy account
        statement, business energy bill, utility statement, your water bill, your gas bill, energiefactuur,
        elektriciteitsfactuur, gasfactuur, waterfactuur, factuur elektriciteit, factuur aardgas, factuur water,
        voorschotfactuur energie, factuur energie, afrekening elektriciteit, afrekening energie, jaarafrekening,
        eindafrekening energie, telecomfactuur, internetfactuur, factuur telecom, afrekeningsfactuur, uw
        energiefactuur, jaarnota, energienota, afrekening water, tussentijdse factuur elektriciteit, facture
        d'electricite, facture de gaz, facture d'eau, facture d'energie, facture electricite, facture energie,
        facture de regularisation, facture eau, facture gaz, facture internet, facture telecom, facture de
        telephone, decompte annuel, facture d'acompte, facture de consommation, stromrechnung, gasrechnung,
        wasserrechnung, energierechnung, jahresabrechnung strom, jahresrechnung strom, verbrauchsabrechnung,
        rechnung strom, telefonrechnung, abschlagsrechnung, stromabrechnung, rechnung fur strom,
        jahresverbrauchsabrechnung, strom- und gasrechnung, rechnung uber stromlieferung, electricity bill, gas
        bill, water bill, energy bill, utility bill, your electricity bill, your energy bill, telephone bill,
        broadband bill, electricity statement, council tax bill, phone bill, internet bill, electricity invoice,
        energy statement, dual fuel bill, energy invoice, water invoice
    """,
    "bank_statement": """
        dagafschrift, uittreksel van rekening, uittreksel zichtrekening, maandafschrift, bankuittreksel,
        rekening-uittreksel, rekeningstaat, bankrekeningattest, bevestiging van rekening, rekeningbewijs,
        bevestiging bankrekening, bankgarantie rekening, iban-bevestiging, identificatie van de rekening, bewijs
        van bankrekening, verklaring bankrelatie, attest bankrekening, extrait de votre compte, extraits de
        compte, attestation rib, releve d'operations, releve mensuel, attestation d'ouverture de compte,
        certificat bancaire, attestation de domiciliation bancaire, confirmation de compte, releve de compte
        bancaire, girokonto auszug, kontostandsmitteilung, tagesauszug, finanzstatus, bankbescheinigung,
        bestatigung kontoinhaber, bestatigung uber kontoverbindung, kontobestatigungsschreiben, bestatigung der
        bankverbindung, kontonachweis, bestatigung iban, statement of transactions, account details
        confirmation, letter of confirmation of account, bank details confirmation, transaction statement,
        confirmation of bank details, proof of bank account, monthly statement, rekeningafschrift,
        rekeninguittreksel, rekeningoverzicht, bankafschrift, afschrift zichtrekening, iban-attest,
        rekeningattest, bankattest, bankverklaring, attest van rekeninghouder, releve de compte, releve
        bancaire, extrait de compte, releve d'identite bancaire, attestation bancaire, attestation de
        titularite, attestation de compte, releve de compte courant, extrait bancaire, kontoauszug,
        bankbestatigung, kontobestatigung, bankauszug, bestatigung der kontoverbindung, kontoubersicht, bank
        statement, account statement, statement of account, current account statement, bank confirmation letter,
        bank letter, account confirmation, bank account confirmation, bank account certificate, iban
        certificate, bank reference letter, proof of account, business account statement, confirmation of bank
        account, confirmation of account, kontobescheinigung, statement of your account, attestation d'iban
    """,
    "annual_accounts": """
        jaarrekening en andere neer te leggen documenten, neerlegging jaarrekening, micromodel jaarrekening,
        volledig schema, financieel verslag, jaarstukken, jaarcijfers, publicatiestukken, geconsolideerde
        jaarrekening, balans en resultatenrekening, comptes annuels et annexe, comptes annuels et autres
        documents, etats financiers, comptes consolides, rapport de gestion, bilan et annexe, jahresabschluss
        zum, jahresbericht, lagebericht, bilanz und gewinn- und verlustrechnung, konzernabschluss, abschluss
        zum, annual report, annual report and accounts, annual report and unaudited financial statements, report
        and accounts, report and financial statements, consolidated financial statements, total exemption
        accounts, dormant accounts, directors report and accounts, abbreviated accounts, jaarrekening,
        jaarrekening en andere, verkort schema jaarrekening, comptes annuels, bilan et compte de resultat,
        jahresabschluss, annual accounts, financial statements, balance sheet, annual report and financial
        statements, unaudited financial statements, abridged accounts, micro-entity accounts, jaarverslag,
        rapport annuel, geschaftsbericht, bilan, bilanz zum, comptes sociaux, statutory accounts, filleted
        accounts, resultatenrekening, liasse fiscale, directors' report and financial statements, balans na
        winstverdeling, bilanz
    """,
    "power_of_attorney": """
        authority to act, authority to represent, authority to sign, mandate to act, vertretungsbefugnis erteilung,
        machtiging tot vertegenwoordiging, machtiging om op te treden, pouvoir de representation, pouvoir de
        signature, delegation de signature, zeichnungsvollmacht, signing authority,
        volmacht tot vertegenwoordiging, volmachtverlening, verklaring van volmacht, delegatie van bevoegdheden,
        bankvolmacht, delegation de pouvoirs, delegation de pouvoir, procuration bancaire, procuration sous
        seing prive, mandat de representation, vollmachtsurkunde, bevollmachtigung, kontovollmacht,
        einzelvollmacht, prokuraerteilung, vertretungsvollmacht, deed of power of attorney, corporate power of
        attorney, letter of authorisation, letter of authorization, authorisation to act, mandate letter,
        volmacht, bijzondere volmacht, algemene volmacht, procuration, procuration speciale, procuration
        generale, vollmacht, generalvollmacht, spezialvollmacht, power of attorney, mandat special, special
        power of attorney, general power of attorney, handelsvollmacht, lettre de procuration, bankvollmacht,
        notariele volmacht, pouvoir special, lasting power of attorney, letter of authority, limited power of
        attorney
    """,
    "tax_certificate": """
        bewijs van btw-registratie, bewijs btw-registratie, attest btw-plicht, attest van btw-identificatie,
        attest van belastingplicht, verklaring belastingschulden, verklaring omtrent betaling, attest van de
        fiscale administratie, verklaring inzake nakoming fiscale verplichtingen, attest geen fiscale schulden,
        btw-nummer toekenning, fiscale verklaring, attest fiscale woonplaats, attestation d'immatriculation a la
        tva, attestation de vigilance fiscale, certificat d'assujettissement, attestation d'identification a la
        tva, certificat d'immatriculation tva, certificat tva, attestation de paiement des impots, attestation
        de non-dette, attestation de situation fiscale, certificat de regularite fiscale, bordereau de situation
        fiscale, attestation de residence fiscale, certificat d'identification tva, bescheinigung uber die
        eintragung als steuerpflichtiger, bescheinigung umsatzsteuer, steuerliche bescheinigung, bescheinigung
        uber die steuerliche erfassung, bescheinigung des finanzamts, freistellungsbescheinigung, bescheinigung
        uber die ansassigkeit, bestatigung umsatzsteuer-identifikationsnummer, mitteilung der
        umsatzsteuer-identifikationsnummer, bestatigung der umsatzsteuer, unternehmerbescheinigung,
        negativbescheinigung, certificate of vat registration, certificate of taxable status, tax status
        certificate, tax good standing, certificate of tax clearance, confirmation of vat registration, tax
        residence certificate, certificate of fiscal residence, statement of tax compliance, letter of good
        standing tax, fiscaal attest, attest fiscale schulden, belastingattest, attest van fiscale schulden,
        betalingsverklaring belastingdienst, verklaring van betaling, verklaring betalingsgedrag, aanslagbiljet,
        btw-attest, attest btw, attestation fiscale, attestation de regularite fiscale, certificat fiscal, avis
        d'imposition, attestation de dettes fiscales, attestation tva, certificat de residence fiscale,
        avertissement-extrait de role, attestation d'assujettissement a la tva, bescheinigung in steuersachen,
        steuerbescheinigung, steuerliche unbedenklichkeitsbescheinigung, unbedenklichkeitsbescheinigung,
        steuerbescheid, ansassigkeitsbescheinigung, umsatzsteuerbescheinigung, steuerbescheinigung des
        finanzamts, tax clearance certificate, tax certificate, certificate of tax residence, vat registration
        certificate, certificate of registration for vat, tax residency certificate, certificate of tax
        compliance, tax compliance certificate, certificate of residence, fiscale woonplaatsverklaring, nachweis
        der eintragung als steuerpflichtiger, tax registration certificate, vat certificate, attest van fiscale
        regelmatigheid, attest van niet-verschuldigdheid, verklaring fiscale regelmatigheid,
        btw-registratiebewijs
    """,
    "lease": """
        kantoorhuur, huurovereenkomst kantoorruimte, huurovereenkomst bedrijfsruimte, contract van huur, bail de
        locaux, bail a usage de bureaux, contrat de bail commercial, contrat de sous-location, bail derogatoire,
        mietvertrag uber buroraume, buromietvertrag, gewerberaummietvertrag, untermietvertrag gewerbe, rental
        contract, lease contract, commercial tenancy, sublease, lease of office, huurovereenkomst, huurcontract,
        handelshuurovereenkomst, kantoorhuurovereenkomst, bail commercial, contrat de bail, contrat de location,
        bail de bureaux, convention de bail, bail professionnel, mietvertrag, gewerbemietvertrag,
        geschaftsraummietvertrag, pachtvertrag, mietvertrag uber gewerberaume, lease agreement, commercial
        lease, tenancy agreement, rental agreement, office lease, lease of premises, lease, handelshuur, bail,
        sublease agreement, licence to occupy, onderhuurovereenkomst, untermietvertrag
    """,
    "invoice": """
        verkoopsfactuur, honorairesnota, ereloonnota, note d'honoraires, honorarrechnung, proforma invoice,
        factuur, verkoopfactuur, facture, rechnung, invoice, tax invoice, creditnota, note de credit,
        gutschrift, credit note, proforma factuur, facture pro forma, sales invoice, commercial invoice, vat
        invoice, btw-factuur, facture de vente
    """,
}
_WHOLE_TITLES: dict[DocumentType, str] = {
    "register_extract": "handelsregister, firmenbuch, company register, business register, ondernemingsgegevens, "
    "extrait",
    "ubo_declaration": "beneficial owners, beneficial owner, uiteindelijke begunstigde, uiteindelijk belanghebbende, "
    "beneficiaire effectif, wirtschaftlich berechtigter, wirtschaftlich berechtigten, ubo, ubos",
    "power_of_attorney": "pouvoir, pouvoirs, machtiging, mandat, authorisation, authorization",
    "tax_certificate": "vat registration, btw-registratie, btw-identificatie, registratie btw, tax compliance, "
    "tax clearance, identification tva, fiscale situatie, situation fiscale",
    "bank_statement": "rib, current account, business current account, account details",
    "utility_bill": "your bill, electricity account, gas account, elektriciteit, electricite, strom, energie, energy",
    "annual_accounts": "balans, bilan, bilanz, accounts, comptes, jaarrekening",
    "lease": "huur, location, miete, tenancy",
    "articles_of_association": "oprichting, constitution, grundung, memorandum, articles, bylaws",
    "certificate_of_incorporation": "inschrijving, immatriculation, registrierung",
    "identity_document": "id, identite",
}
"""What is a title only where it is all that a line says."""


TITLES = {kind: letters_of(listed) for kind, listed in _TITLES.items()}
WHOLE_TITLES = {kind: letters_of(listed) for kind, listed in _WHOLE_TITLES.items()}
