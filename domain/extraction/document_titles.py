"""The titles that documents of each type carry, in four languages; folded, without spaces when compared, one phrase
between commas."""

from domain.extraction.company_paper_titles import COMPANY_PAPERS
from domain.extraction.folding import letters_of
from schemas.extraction import DocumentType

_TITLES: dict[DocumentType, str] = {
    **COMPANY_PAPERS,
    "identity_document": """
        verblijfsvergunning, voorlopig rijbewijs, nederlandse identiteitskaart, passeport republique francaise, titre
        d'identite, titre de voyage, vorlaufiger personalausweis, kinderreisepass, travel document, identity document,
        id card, driving license, residence card, paspoort, passeport, reisepass, passport, identiteitskaart, carte
        d'identite, carte nationale d'identite, personalausweis, identity card, national identity card, rijbewijs,
        permis de conduire, fuhrerschein, driving licence, verblijfstitel, titre de sejour, aufenthaltstitel, residence
        permit, identitatskarte, elektronische identiteitskaart, european identity card, driver license, verblijfskaart,
        carte de sejour, identiteitsbewijs, europees paspoort, carte d'identite electronique, carte nationale, piece
        d'identite, passeport europeen, ausweisdokument, lichtbildausweis, identitatsausweis, identification card,
        provisional driving licence, passport card, immigration document, biometric residence permit
    """,
    "utility_bill": """
        water and wastewater charges, water charges, sewerage charges, electricity charges, gas charges, energy charges,
        telephone charges, kosten water, kosten energie, frais d'energie, consommation d'eau, wassergebuhren,
        abwassergebuhren, gasabrechnung, wasserabrechnung, warmeabrechnung, heizkostenabrechnung, elektriciteit en gas,
        factuur gas, afrekening gas, factuur voor energie, energieafrekening, energierekening, waterrekening,
        stroomfactuur, voorschotnota, factuur gas en elektriciteit, factuur elektriciteit en gas, jaarafrekening
        energie, afrekening gas en elektriciteit, maandfactuur energie, drinkwaterfactuur, telefoonrekening, internet en
        telefonie, factuur internet, mobiele factuur, facture electricite et gaz, facture d'electricite et de gaz, votre
        facture d'energie, facture de fourniture, decompte de consommation, decompte d'energie, facture d'energies,
        facture mobile, facture fixe et internet, releve de consommation, jahresabrechnung, ihre jahresabrechnung strom,
        jahresabrechnung gas, jahresabrechnung energie, rechnung fur energie, stromlieferung rechnung, rechnung gas,
        rechnung wasser, rechnung fernwarme, festnetzrechnung, mobilfunkrechnung, rechnung internet, verbrauchsrechnung,
        energieabrechnung, turnusrechnung, ihre stromrechnung, schlussrechnung strom, gas and electricity bill,
        electricity and gas bill, water and sewerage bill, gas statement, water statement, energy account statement,
        business energy bill, utility statement, your water bill, your gas bill, energiefactuur, elektriciteitsfactuur,
        gasfactuur, waterfactuur, factuur elektriciteit, factuur aardgas, factuur water, voorschotfactuur energie,
        factuur energie, afrekening elektriciteit, afrekening energie, jaarafrekening, eindafrekening energie,
        telecomfactuur, internetfactuur, factuur telecom, afrekeningsfactuur, uw energiefactuur, jaarnota, energienota,
        afrekening water, tussentijdse factuur elektriciteit, facture d'electricite, facture de gaz, facture d'eau,
        facture d'energie, facture electricite, facture energie, facture de regularisation, facture eau, facture gaz,
        facture internet, facture telecom, facture de telephone, decompte annuel, facture d'acompte, facture de
        consommation, stromrechnung, gasrechnung, wasserrechnung, energierechnung, jahresabrechnung strom,
        jahresrechnung strom, verbrauchsabrechnung, rechnung strom, telefonrechnung, abschlagsrechnung, stromabrechnung,
        rechnung fur strom, jahresverbrauchsabrechnung, strom- und gasrechnung, rechnung uber stromlieferung,
        electricity bill, gas bill, water bill, energy bill, utility bill, your electricity bill, your energy bill,
        telephone bill, broadband bill, electricity statement, council tax bill, phone bill, internet bill, electricity
        invoice, energy statement, dual fuel bill, energy invoice, water invoice, factuur voor elektriciteit, factuur
        voor gas, factuur voor water, uw energierekening, uw waterfactuur, uw afrekening elektriciteit, factuur internet
        en telefonie, eindafrekening elektriciteit, eindfactuur energie, maandnota energie, termijnnota, termijnfactuur
        energie, voorschotfactuur elektriciteit, voorschotfactuur water, voorschotfactuur gas, warmtefactuur,
        warmtenota, drinkwaterrekening, facture d'energie electrique, facture de gaz naturel, votre facture de gaz,
        votre facture d'eau, votre facture internet, facture de chauffage, facture de votre fournisseur d'energie,
        facture intermediaire electricite, facture de cloture electricite, facture annuelle d'electricite, facture
        annuelle d'energie, facture d'acompte electricite, facture d'eau potable, facture de telecommunication, facture
        de telephonie, rechnung fur erdgas, rechnung fur gas, rechnung fur wasser, erdgasrechnung, erdgasabrechnung,
        rechnung stromlieferung, jahresabrechnung wasser, jahresabrechnung strom und erdgas, jahresrechnung energie,
        jahresrechnung, abschlagsplan strom, stromverbrauchsabrechnung, fernwarmerechnung, fernwarmeabrechnung,
        trinkwasserrechnung, telekommunikationsrechnung, internetrechnung, ihre energierechnung, ihre gasrechnung, ihre
        wasserrechnung, ihre telefonrechnung, abrechnung strom, abrechnung gas, business water bill, business
        electricity bill, business gas bill, business broadband bill, electricity and gas statement, your energy
        statement, your gas and electricity bill, heating bill, landline bill, mobile phone bill, your phone bill, water
        rates
    """,
    "bank_statement": """
        rekeningbevestiging, bevestiging van de rekening, bevestiging zichtrekening, confirmation de compte,
        confirmation du compte, confirmation bancaire, kontobestatigung,
        bestatigung uber die kontoverbindung, bestatigung der
        kontoverbindung, bestatigung der bankverbindung, account confirmation, confirmation of account, bank account
        confirmation,
        dagafschrift, uittreksel van rekening, uittreksel zichtrekening, maandafschrift, bankuittreksel,
        rekening-uittreksel, rekeningstaat, bankrekeningattest, bevestiging van rekening, rekeningbewijs, bevestiging
        bankrekening, bankgarantie rekening, iban-bevestiging, identificatie van de rekening, bewijs van bankrekening,
        verklaring bankrelatie, attest bankrekening, extrait de votre compte, extraits de compte, attestation rib,
        releve d'operations, releve mensuel, attestation d'ouverture de compte, certificat bancaire, attestation de
        domiciliation bancaire, confirmation de compte, releve de compte bancaire, girokonto auszug,
        kontostandsmitteilung, tagesauszug, finanzstatus, bankbescheinigung, bestatigung kontoinhaber, bestatigung uber
        kontoverbindung, kontobestatigungsschreiben, bestatigung der bankverbindung, kontonachweis, bestatigung iban,
        statement of transactions, account details confirmation, letter of confirmation of account, bank details
        confirmation, transaction statement, confirmation of bank details, proof of bank account, monthly statement,
        rekeningafschrift, rekeninguittreksel, rekeningoverzicht, bankafschrift, afschrift zichtrekening, iban-attest,
        rekeningattest, bankattest, bankverklaring, attest van rekeninghouder, releve de compte, releve bancaire,
        extrait de compte, releve d'identite bancaire, attestation bancaire, attestation de titularite, attestation de
        compte, releve de compte courant, extrait bancaire, kontoauszug, bankbestatigung, kontobestatigung, bankauszug,
        bestatigung der kontoverbindung, kontoubersicht, bank statement, account statement, statement of account,
        current account statement, bank confirmation letter, bank letter, account confirmation, bank account
        confirmation, bank account certificate, iban certificate, bank reference letter, proof of account, business
        account statement, confirmation of bank account, confirmation of account, kontobescheinigung, statement of your
        account, attestation d'iban, bevestiging rekeninggegevens, bevestiging van rekeninggegevens, bevestiging van uw
        rekening, bevestiging rekeningnummer, bevestiging van rekeningnummer, bankreferentie, bankreferenties,
        rekeninginformatie, rekeninggegevens, attest van bankrekening, attest van rekening, bewijs van rekening, bewijs
        van rekeninghouderschap, verklaring rekeninghouder, iban-verklaring, transactieoverzicht, mutatieoverzicht,
        uittreksel bankrekening, bewijs iban, attestation de compte bancaire, attestation de detention de compte,
        attestation de tenue de compte, attestation de domiciliation, attestation de la banque, confirmation de
        coordonnees bancaires, coordonnees bancaires, confirmation de votre compte, confirmation bancaire, lettre de
        confirmation bancaire, releve de vos comptes, releve des operations, releve d'identite, extrait du compte,
        certificat de compte, certificat iban, bestatigung ihrer kontoverbindung, bestatigung ihres kontos,
        kontobestatigung fur, bankreferenz, bankauskunft, kontodaten, kontoverbindungsbestatigung, kontoinformation,
        umsatzubersicht, kontoumsatze, girokontoauszug, iban-bestatigung, nachweis der bankverbindung, confirmation of
        account details, confirmation of your account, account confirmation letter, account verification letter, bank
        verification letter, bank comfort letter, banker's reference, bank reference, iban confirmation, iban letter,
        proof of bank details, transaction history, account summary, your account statement, your statement, summary of
        your account
    """,
    "tax_certificate": """
        vergabe der uid-nummer, zuteilung der uid-nummer, erteilung der uid-nummer, vergabe einer uid-nummer,
        vergabe einer umsatzsteuer-identifikationsnummer, erteilung einer umsatzsteuer-identifikationsnummer,
        uid-bescheid, uid-bestatigung,
        certificat d'identification a la tva, certificat d'inscription a la tva, certificat d'enregistrement a la tva,
        certificat d'assujetti a la tva, certificat d'assujettissement a la tva, bescheinigung uber die
        mehrwertsteuerpflicht, bescheinigung uber die mwst-pflicht, bescheinigung uber die mehrwertsteuerregistrierung,
        bescheinigung der mehrwertsteuernummer, mehrwertsteuerbescheinigung, bescheinigung uber die eintragung als
        mehrwertsteuerpflichtiger, aanmelding omzetbelasting, aanmelding voor de omzetbelasting, registratie
        omzetbelasting, bevestiging btw-aanmelding, toekenning omzetbelastingnummer,
        bescheinigung uber die erfassung als steuerpflichtiger, bescheinigung uber die steuerliche erfassung,
        bescheinigung uber die erfassung als unternehmer, bescheinigung uber die umsatzsteuerliche erfassung,
        bestatigung der umsatzsteuer-identifikationsnummer, bestatigung uber die erfassung als steuerpflichtiger,
        bescheinigung uber die registrierung als steuerpflichtiger, bescheinigung uber die umsatzsteuerpflicht,
        attestation d'inscription a la tva, attestation d'enregistrement a la tva, certificat d'inscription comme
        assujetti, attestation de qualite d'assujetti, verklaring van inschrijving als belastingplichtige, bewijs van
        registratie als btw-plichtige, attest van inschrijving als btw-plichtige, attest van btw-plicht, certificate of
        registration as a taxable person, certificate of status of taxable person, certificate of taxable person status,
        confirmation of registration as a taxpayer, attestation de non-redevabilite, attestation de non-redevance
        fiscale, attest van niet-schuld,
        certificate of registration for value added tax, certificate of vat registration, vat registration certificate,
        value added tax registration certificate, bewijs van btw-registratie, bewijs btw-registratie, attest btw-plicht,
        attest van btw-identificatie, attest van belastingplicht, verklaring belastingschulden, verklaring omtrent
        betaling, attest van de fiscale administratie, verklaring inzake nakoming fiscale verplichtingen, attest geen
        fiscale schulden, btw-nummer toekenning, fiscale verklaring, attest fiscale woonplaats, attestation
        d'immatriculation a la tva, attestation de vigilance fiscale, certificat d'assujettissement, attestation
        d'identification a la tva, certificat d'immatriculation tva, certificat tva, attestation de paiement des impots,
        attestation de non-dette, attestation de situation fiscale, certificat de regularite fiscale, bordereau de
        situation fiscale, attestation de residence fiscale, certificat d'identification tva, bescheinigung uber die
        eintragung als steuerpflichtiger, bescheinigung umsatzsteuer, steuerliche bescheinigung, bescheinigung uber die
        steuerliche erfassung, bescheinigung des finanzamts, freistellungsbescheinigung, bescheinigung uber die
        ansassigkeit, bestatigung umsatzsteuer-identifikationsnummer, mitteilung der umsatzsteuer-identifikationsnummer,
        bestatigung der umsatzsteuer, unternehmerbescheinigung, negativbescheinigung, certificate of vat registration,
        certificate of taxable status, tax status certificate, tax good standing, certificate of tax clearance,
        confirmation of vat registration, tax residence certificate, certificate of fiscal residence, statement of tax
        compliance, letter of good standing tax, fiscaal attest, attest fiscale schulden, belastingattest, attest van
        fiscale schulden, betalingsverklaring belastingdienst, verklaring van betaling, verklaring betalingsgedrag,
        aanslagbiljet, btw-attest, attest btw, attestation fiscale, attestation de regularite fiscale, certificat
        fiscal, avis d'imposition, attestation de dettes fiscales, attestation tva, certificat de residence fiscale,
        avertissement-extrait de role, attestation d'assujettissement a la tva, bescheinigung in steuersachen,
        steuerbescheinigung, steuerliche unbedenklichkeitsbescheinigung, unbedenklichkeitsbescheinigung, steuerbescheid,
        ansassigkeitsbescheinigung, umsatzsteuerbescheinigung, steuerbescheinigung des finanzamts, tax clearance
        certificate, tax certificate, certificate of tax residence, vat registration certificate, certificate of
        registration for vat, tax residency certificate, certificate of tax compliance, tax compliance certificate,
        certificate of residence, fiscale woonplaatsverklaring, nachweis der eintragung als steuerpflichtiger, tax
        registration certificate, vat certificate, attest van fiscale regelmatigheid, attest van niet-verschuldigdheid,
        verklaring fiscale regelmatigheid, btw-registratiebewijs, verklaring betalingsgedrag nakoming fiscale
        verplichtingen, verklaring nakoming fiscale verplichtingen, verklaring van goed betalingsgedrag, verklaring
        fiscaal nummer, bewijs van fiscale inschrijving, attest van fiscale woonplaats, attest van btw-registratie,
        btw-registratie, beschikking btw, beschikking btw-identificatienummer, toekenning btw-identificatienummer,
        toekenning btw-nummer, attest schulden, attest 276c2, woonplaatsverklaring, certificat d'immatriculation a la
        tva, certificat de tva, attestation de tva, attestation de numero de tva, attribution du numero de tva,
        attestation de paiement de la tva, attestation d'absence de dettes fiscales, attestation de conformite fiscale,
        attestation de regularite, certificat de situation fiscale, certificat de non-imposition, attestation de
        non-redevance, quitus fiscal, attestation fiscale de residence, steuerliche unbedenklichkeit, bescheinigung
        steuersachen, bescheinigung der steuerlichen unbedenklichkeit, steuerliche registrierung, steuerregistrierung,
        erteilung der umsatzsteuer-identifikationsnummer, erteilung einer umsatzsteuer-identifikationsnummer, zuteilung
        der steuernummer, mitteilung der steuernummer, mitteilung uber die erteilung, nachweis der steuerlichen
        ansassigkeit, bestatigung der umsatzsteuerregistrierung, bestatigung der steuerlichen erfassung,
        umsatzsteuer-identifikationsnummer bestatigung, umsatzsteuer-bescheinigung, vat certificate of registration, vat
        registration confirmation, certificate of vat status, tax registration, tax registration confirmation,
        confirmation of tax status, certificate of tax status, certificate of tax registration, tax status letter, tax
        compliance letter, statement of tax residence, no tax due certificate, tax good standing certificate
    """,
    "lease": """
        kantoorhuur, huurovereenkomst kantoorruimte, huurovereenkomst bedrijfsruimte, contract van huur, bail de locaux,
        bail a usage de bureaux, contrat de bail commercial, contrat de sous-location, bail derogatoire, mietvertrag
        uber buroraume, buromietvertrag, gewerberaummietvertrag, untermietvertrag gewerbe, rental contract, lease
        contract, commercial tenancy, sublease, lease of office, huurovereenkomst, huurcontract,
        handelshuurovereenkomst, kantoorhuurovereenkomst, bail commercial, contrat de bail, contrat de location, bail de
        bureaux, convention de bail, bail professionnel, mietvertrag, gewerbemietvertrag, geschaftsraummietvertrag,
        pachtvertrag, mietvertrag uber gewerberaume, lease agreement, commercial lease, tenancy agreement, rental
        agreement, office lease, lease of premises, lease, handelshuur, bail, sublease agreement, licence to occupy,
        onderhuurovereenkomst, untermietvertrag, huurovereenkomst handelspand, huurovereenkomst voor kantoorruimte,
        huurovereenkomst voor handelsdoeleinden, huurovereenkomst gemeen recht, overeenkomst van huur, overeenkomst van
        huur en verhuur, huurakte, erfpachtovereenkomst, bruikleenovereenkomst, contrat de location commerciale, bail de
        droit commun, bail a loyer, bail mixte, contrat de bail de bureaux, convention de location, convention de
        sous-location, convention d'occupation, convention d'occupation precaire, convention de mise a disposition,
        mietvereinbarung, gewerblicher mietvertrag, mietvertrag fur gewerberaume, mietvertrag uber geschaftsraume,
        geschaftsmietvertrag, gewerbliches mietverhaltnis, mietkontrakt, nutzungsvertrag, commercial lease particulars,
        lease particulars, office lease agreement, commercial lease agreement, business lease, premises lease, agreement
        for lease, tenancy contract, office rental agreement, licence agreement for premises, serviced office agreement
    """,
    "invoice": """
        verkoopsfactuur, honorairesnota, ereloonnota, note d'honoraires, honorarrechnung, proforma invoice, factuur,
        verkoopfactuur, facture, rechnung, invoice, tax invoice, creditnota, note de credit, gutschrift, credit note,
        proforma factuur, facture pro forma, sales invoice, commercial invoice, vat invoice, btw-factuur, facture de
        vente, factuurbewijs, dienstenfactuur, termijnfactuur, slotfactuur, voorschotfactuur, verkoopnota, facture de
        services, facture commerciale, facture finale, facture d'honoraires, facture client, facture d'avoir,
        handelsrechnung, schlussrechnung, dienstleistungsrechnung, abschlussrechnung, ausgangsrechnung, warenrechnung,
        service invoice, final invoice, customer invoice, self-billing invoice, invoice for services, fee note
    """,
}
_WHOLE_TITLES: dict[DocumentType, str] = {
    "register_extract": "handelsregister, firmenbuch, company register, business register, ondernemingsgegevens, "
    "extrait, company details, company printout",
    "ubo_declaration": "formular k, formulaire k, form k, formular a, formulaire a, kontrollinhaber, "
    "beneficial owners, beneficial owner, "
    "uiteindelijke begunstigde, uiteindelijk belanghebbende, "
    "beneficiaire effectif, wirtschaftlich berechtigter, wirtschaftlich berechtigten, ubo, ubos",
    "power_of_attorney": "pouvoir, pouvoirs, machtiging, mandat, authorisation, authorization",
    "tax_certificate": "vat registration, btw-registratie, btw-identificatie, registratie btw, tax compliance, "
    "tax clearance, identification tva, identification a la tva, fiscale situatie, situation fiscale, "
    "uw btw-identificatienummer, uw btw-nummer, uw omzetbelastingnummer",
    "bank_statement": "rib, current account, business current account, account details",
    "utility_bill": "your bill, electricity account, gas account, elektriciteit, electricite, strom, energie, energy",
    "annual_accounts": "balans, bilan, bilanz, accounts, comptes, jaarrekening",
    "lease": "huur, location, miete, tenancy",
    "articles_of_association": "oprichting, constitution, grundung, memorandum, articles, bylaws",
    "certificate_of_incorporation": "inschrijving, immatriculation, registrierung, bewijs van neerlegging",
    "identity_document": "id, identite",
}
"""What is a title only where it is all that a line says."""


TITLES = {kind: letters_of(listed) for kind, listed in _TITLES.items()}
WHOLE_TITLES = {kind: letters_of(listed) for kind, listed in _WHOLE_TITLES.items()}

_KEEPERS = """
    kruispuntbank van ondernemingen, banque-carrefour des entreprises, crossroads bank for enterprises, zentrale
    datenbank der unternehmen, trade register, company registry, companies registry
"""
KEEPERS = frozenset(letters_of(_KEEPERS))
"""Registers whose name may be the title of an extract, or the letterhead of whatever else they give."""
