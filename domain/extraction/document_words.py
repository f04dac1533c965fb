"""The titles that documents of each type carry and the words that they use, in four languages; folded, without spaces
when compared, one phrase between commas. A word is listed where it is of one type, not where it merely occurs."""

import re

from schemas.extraction import DocumentType

_TITLES: dict[DocumentType, str] = {
    "articles_of_association": """
        statuten, gecoordineerde statuten, oprichtingsakte, akte van oprichting, oprichting besloten vennootschap,
        oprichting naamloze vennootschap, statutenwijziging, coordinatie van de statuten, oprichting bv, oprichting
        nv, statuts, statuts coordonnes, statuts constitutifs, acte constitutif, acte de constitution, statuts mis a
        jour, coordination des statuts, constitution de societe, constitution d'une societe, gesellschaftsvertrag,
        satzung, grundungsurkunde, satzung der gesellschaft, errichtung einer gesellschaft, grundung einer
        gesellschaft, notarielle urkunde grundung, articles of association, memorandum of association, memorandum
        and articles, deed of incorporation, articles of incorporation, certificate of formation bylaws,
        constitution of the company, akte houdende oprichting
    """,
    "register_extract": """
        uittreksel kbo,
        confirmation statement, registre de commerce et des societes, registre du commerce et des societes,
        uittreksel uit de kruispuntbank, kruispuntbank van ondernemingen, uittreksel kruispuntbank,
        uittreksel handelsregister, uittreksel kamer van koophandel, uittreksel kvk, kvk uittreksel, handelsregister
        uittreksel, business register extract, uittreksel uit het handelsregister, bedrijfsprofiel, gegevens van de
        geregistreerde entiteit, extrait bce, extrait de la banque-carrefour, banque-carrefour des entreprises,
        extrait kbis, extrait k bis, extrait d'immatriculation, extrait du registre du commerce, extrait du registre
        de commerce, extrait rcs, extrait lbis, immatriculation principale au registre du commerce, donnees de
        l'entite enregistree, extrait du registre, handelsregisterauszug, handelsregister b des amtsgerichts,
        handelsregister a des amtsgerichts, handelsregisterausdruck, auszug aus dem handelsregister, aktueller
        ausdruck, chronologischer ausdruck, aktueller abdruck, firmenbuchauszug, registerauszug, auszug aus der
        zentralen datenbank der unternehmen, ausdruck handelsregister, wiedergabe des aktuellen registerinhalts,
        extract from the register, commercial register extract, trade register extract, company register extract,
        register extract, company profile, companies house company profile, current appointments report, extract
        from the commercial register, company information extract, registered entity data, company overview, trade
        register, extract of the register, company details companies house, crossroads bank for enterprises
    """,
    "certificate_of_incorporation": """
        certificate of incorporation, certificate of registration of a company, certificate of incorporation of a
        private limited company, certificate of incorporation on change of name, certificate of formation,
        incorporation certificate, certificat d'incorporation, certificat de constitution, attestation
        d'immatriculation, certificat d'immatriculation, attest van oprichting, certificaat van oprichting,
        oprichtingscertificaat, bewijs van oprichting, bewijs van inschrijving, oprichtingsattest,
        grundungsbescheinigung, bescheinigung uber die grundung, eintragungsbescheinigung, bescheinigung der
        grundung, grundungszertifikat, attestation de constitution, certificate of good standing, certificate of
        registration
    """,
    "ubo_declaration": """
        ubo-verklaring, verklaring uiteindelijke begunstigden, verklaring van de uiteindelijke begunstigden,
        ubo-register, ubo register, register van uiteindelijke begunstigden, uiteindelijk begunstigden, verklaring
        uiteindelijk belanghebbenden, uiteindelijk belanghebbenden, ubo verklaring, verklaring uiteindelijke
        begunstigde, uittreksel ubo-register, verklaring inzake uiteindelijke begunstigden, uiteindelijke
        begunstigden, declaration des beneficiaires effectifs, registre des beneficiaires effectifs, declaration de
        beneficiaire effectif, declaration ubo, document relatif au beneficiaire effectif, declaration relative aux
        beneficiaires effectifs, extrait du registre ubo, registre ubo, declaration du beneficiaire effectif,
        attestation de beneficiaires effectifs, beneficiaires effectifs, identification des beneficiaires effectifs,
        erklarung zum wirtschaftlich berechtigten, wirtschaftlich berechtigte, transparenzregister, erklarung uber
        wirtschaftlich berechtigte, angaben zu wirtschaftlich berechtigten, auszug aus dem transparenzregister,
        erklarung der wirtschaftlich berechtigten, feststellung des wirtschaftlich berechtigten, ubo declaration,
        declaration of beneficial ownership, beneficial ownership declaration, beneficial owner declaration,
        declaration of beneficial owners, register of beneficial owners, beneficial ownership register, ubo
        statement, statement of beneficial ownership, ultimate beneficial owner, ultimate beneficial owners, persons
        with significant control, beneficial ownership form, certification of beneficial owners, erklaerung zum
        wirtschaftlich berechtigten, beneficial ownership
    """,
    "identity_document": """
        paspoort, passeport, reisepass, passport, identiteitskaart, carte d'identite, carte nationale d'identite,
        personalausweis, identity card, national identity card, rijbewijs, permis de conduire, fuhrerschein, driving
        licence, verblijfstitel, titre de sejour, aufenthaltstitel, residence permit, identitatskarte, elektronische
        identiteitskaart, european identity card, driver license, verblijfskaart, carte de sejour
    """,
    "utility_bill": """
        energiefactuur, elektriciteitsfactuur, gasfactuur, waterfactuur, factuur elektriciteit, factuur aardgas,
        factuur water, voorschotfactuur energie, factuur energie, afrekening elektriciteit, afrekening energie,
        jaarafrekening, eindafrekening energie, telecomfactuur, internetfactuur, factuur telecom,
        afrekeningsfactuur, uw energiefactuur, jaarnota, energienota, afrekening water, tussentijdse factuur
        elektriciteit, facture d'electricite, facture de gaz, facture d'eau, facture d'energie, facture electricite,
        facture energie, facture de regularisation, facture eau, facture gaz, facture internet, facture telecom,
        facture de telephone, decompte annuel, facture d'acompte, facture de consommation, stromrechnung,
        gasrechnung, wasserrechnung, energierechnung, jahresabrechnung strom, jahresrechnung strom,
        verbrauchsabrechnung, rechnung strom, telefonrechnung, abschlagsrechnung, stromabrechnung, rechnung fur
        strom, jahresverbrauchsabrechnung, strom- und gasrechnung, rechnung uber stromlieferung, electricity bill,
        gas bill, water bill, energy bill, utility bill, your electricity bill, your energy bill, telephone bill,
        broadband bill, electricity statement, council tax bill, phone bill, internet bill, electricity invoice,
        energy statement, dual fuel bill, energy invoice, water invoice
    """,
    "bank_statement": """
        rekeningafschrift, rekeninguittreksel, rekeningoverzicht, bankafschrift, afschrift zichtrekening,
        iban-attest, rekeningattest, bankattest, bankverklaring, attest van rekeninghouder, releve de compte, releve
        bancaire, extrait de compte, releve d'identite bancaire, attestation bancaire, attestation de titularite,
        attestation de compte, releve de compte courant, extrait bancaire, kontoauszug, bankbestatigung,
        kontobestatigung, bankauszug, bestatigung der kontoverbindung, kontoubersicht, bank statement, account
        statement, statement of account, current account statement, bank confirmation letter, bank letter, account
        confirmation, bank account confirmation, bank account certificate, iban certificate, bank reference letter,
        proof of account, business account statement, confirmation of bank account, confirmation of account,
        kontobescheinigung, statement of your account, attestation d'iban
    """,
    "annual_accounts": """
        jaarrekening, jaarrekening en andere, verkort schema jaarrekening, comptes annuels, bilan et compte de
        resultat, jahresabschluss, annual accounts, financial statements, balance sheet, annual report and financial
        statements, unaudited financial statements, abridged accounts, micro-entity accounts, jaarverslag, rapport
        annuel, geschaftsbericht, bilan, bilanz zum, comptes sociaux, statutory accounts, filleted accounts,
        resultatenrekening, liasse fiscale, directors' report and financial statements, balans na winstverdeling,
        bilanz
    """,
    "power_of_attorney": """
        volmacht, bijzondere volmacht, algemene volmacht, procuration, procuration speciale, procuration generale,
        vollmacht, generalvollmacht, spezialvollmacht, power of attorney, mandat special, special power of attorney,
        general power of attorney, handelsvollmacht, lettre de procuration, bankvollmacht, notariele volmacht,
        pouvoir special, lasting power of attorney, letter of authority, limited power of attorney, pouvoir
    """,
    "tax_certificate": """
        fiscaal attest, attest fiscale schulden, belastingattest, attest van fiscale schulden, betalingsverklaring
        belastingdienst, verklaring van betaling, verklaring betalingsgedrag, aanslagbiljet, btw-attest, attest btw,
        attestation fiscale, attestation de regularite fiscale, certificat fiscal, avis d'imposition, attestation de
        dettes fiscales, attestation tva, certificat de residence fiscale, avertissement-extrait de role,
        attestation d'assujettissement a la tva, bescheinigung in steuersachen, steuerbescheinigung, steuerliche
        unbedenklichkeitsbescheinigung, unbedenklichkeitsbescheinigung, steuerbescheid, ansassigkeitsbescheinigung,
        umsatzsteuerbescheinigung, steuerbescheinigung des finanzamts, tax clearance certificate, tax certificate,
        certificate of tax residence, vat registration certificate, certificate of registration for vat, tax
        residency certificate, certificate of tax compliance, tax compliance certificate, certificate of residence,
        fiscale woonplaatsverklaring, nachweis der eintragung als steuerpflichtiger, tax registration certificate,
        vat certificate, attest van fiscale regelmatigheid, attest van niet-verschuldigdheid, verklaring fiscale
        regelmatigheid, btw-registratiebewijs
    """,
    "lease": """
        huurovereenkomst, huurcontract, handelshuurovereenkomst, kantoorhuurovereenkomst, bail commercial, contrat
        de bail, contrat de location, bail de bureaux, convention de bail, bail professionnel, mietvertrag,
        gewerbemietvertrag, geschaftsraummietvertrag, pachtvertrag, mietvertrag uber gewerberaume, lease agreement,
        commercial lease, tenancy agreement, rental agreement, office lease, lease of premises, lease, handelshuur,
        bail, sublease agreement, licence to occupy, onderhuurovereenkomst, untermietvertrag
    """,
    "invoice": """
        factuur, verkoopfactuur, facture, rechnung, invoice, tax invoice, creditnota, note de credit, gutschrift,
        credit note, proforma factuur, facture pro forma, sales invoice, commercial invoice, vat invoice,
        btw-factuur, facture de vente
    """,
}
_WORDS: dict[DocumentType, str] = {
    "articles_of_association": """
        voor mij notaris, verschenen voor mij, zijn verschenen, maatschappelijk doel, voorwerp van de vennootschap,
        algemene vergadering, artikel 1, artikel 2, hebben volgende statuten, duur van de vennootschap,
        gecoordineerde tekst, devant nous notaire, par-devant, ont comparu, a comparu, objet social, assemblee
        generale, article 1, article 2, duree de la societe, titre i, vor mir dem notar, erschienen heute,
        gegenstand des unternehmens ist, gesellschafterversammlung, § 1 firma, § 2, stammeinlage, dauer der
        gesellschaft, stammeinlagen, before me notary, objects of the company, model articles, general meeting,
        transfer of shares, alteration of articles, liability of members, subscribers
    """,
    "register_extract": """
        status actief, rechtstoestand, vestigingseenheid, nacebel, ondernemingsloket, toelatingen, rsin, sbi-code,
        handelsnaam, rechtsvorm, werkzame personen, nummer vestiging, functies, hoedanigheden, begindatum, aantal
        vestigingseenheden, gewaarmerkt uittreksel, greffe du tribunal, gestion direction administration, situation
        juridique, unites d'etablissement, forme juridique, immatriculee, activites exercees, date
        d'immatriculation, le greffier, capacites entrepreneuriales, etat actif, a jour au, dirigeants et associes,
        extrait conforme, nummer der firma, grund- oder stammkapital, allgemeine vertretungsregelung, tag der
        letzten eintragung, prokura, rechtsverhaltnisse, anzahl der bisherigen eintragungen, amtsgericht,
        registergericht, inlandische geschaftsanschrift, company status, nature of business, sic code, next accounts
        due, confirmation statement, company type, legal status, incorporated on, registered office address,
        registration authority, registered in the commercial register, current officers
    """,
    "certificate_of_incorporation": """
        hereby certifies that, is this day incorporated, registrar of companies, given at companies house, under the
        companies act, certify that, is incorporated under, the company is limited by, wordt hierbij verklaard dat,
        bevestigt hierbij dat de vennootschap, certifie que la societe, certifions que, hiermit wird bescheinigt,
        wird hiermit bestatigt dass, rechtsgeldig opgericht, regulierement constituee, ordnungsgemas gegrundet, duly
        incorporated
    """,
    "ubo_declaration": """
        uiteindelijke begunstigde, percentage van de aandelen, direct of indirect, aard van het belang, beneficiaire
        effectif, pourcentage de detention, modalites de controle, directement ou indirectement, wirtschaftlich
        berechtigter, wirtschaftlich berechtigte person, art und umfang des wirtschaftlichen interesses, unmittelbar
        oder mittelbar, beneficial owner, nature of control, ownership percentage, more than 25, meer dan 25, plus
        de 25, mehr als 25, directly or indirectly, stemrechten, geldwaschegesetz
    """,
    "identity_document": """
        nationaliteit, geboorteplaats, geboortedatum, plaats en datum van geboorte, kaartnummer, houder,
        rijksregisternummer, nationalite, date de naissance, lieu de naissance, numero de carte, registre national,
        sexe, staatsangehorigkeit, geburtsdatum, geburtsort, ausweisnummer, augenfarbe, grose, nationality, date of
        birth, place of birth, date of expiry, given names, surname, personal no, card no, document no, passport no,
        date of issue
    """,
    "utility_bill": """
        meterstand, meternummer, ean-code, verbruik, elektriciteit, aardgas, distributienetbeheerder,
        leveringsadres, kwh, voorschot, drinkwater, nettarieven, energiebijdrage, leveringspunt, fluvius,
        verbruiksadres, abonnement internet, mobiel abonnement, digitale meter, index compteur, compteur, code ean,
        consommation, electricite, gaz naturel, acompte, adresse de consommation, point de livraison, adresse de
        fourniture, numero de compteur, point de fourniture, gestionnaire de reseau, eau potable, forfait mobile,
        zahlerstand, zahlernummer, stromverbrauch, verbrauchsstelle, netzbetreiber, netzentgelte, stromlieferung,
        grundpreis, arbeitspreis, zahlpunkt, marktlokation, abschlag, trinkwasser, stromsteuer, meter reading, meter
        number, electricity, gas supply, supply address, supply number, standing charge, unit rate, consumption,
        mpan, kilowatt, water supply, broadband, line rental, energy used, estimated reading, m3
    """,
    "bank_statement": """
        vorig saldo, nieuw saldo, beginsaldo, eindsaldo, rekeninghouder, overschrijving, bancontact, valutadatum,
        tegenpartij, bij- en afschrijvingen, titularis, houder is van de rekening, ancien solde, nouveau solde,
        solde precedent, titulaire du compte, virement, date valeur, domiciliation, code banque, code guichet, cle
        rib, solde crediteur, operations, est titulaire du compte, kontoinhaber, alter kontostand, neuer kontostand,
        anfangssaldo, endsaldo, buchungstag, wertstellung, gutschrift, lastschrift, bankleitzahl, opening balance,
        closing balance, account holder, sort code, account number, paid in, paid out, balance brought forward,
        money in, money out, transactions, standing order, holds an account, statement period, value date, direct
        debit
    """,
    "annual_accounts": """
        vaste activa, vlottende activa, eigen vermogen, voorzieningen, schulden op meer dan een jaar,
        bedrijfsopbrengsten, winst van het boekjaar, toelichting, omzet, boekjaar, balanscentrale, actifs
        immobilises, actifs circulants, capitaux propres, dettes a plus d'un an, chiffre d'affaires, resultat de
        l'exercice, compte de resultats, exercice clos, centrale des bilans, immobilisations, actif circulant,
        anlagevermogen, umlaufvermogen, eigenkapital, verbindlichkeiten, gewinn- und verlustrechnung, umsatzerlose,
        jahresuberschuss, geschaftsjahr, ruckstellungen, fixed assets, current assets, creditors, profit and loss,
        net assets, total assets, turnover, shareholders funds, year ended, called up share capital, equity
    """,
    "power_of_attorney": """
        volmachtgever, volmachthouder, lasthebber, geeft hierbij volmacht, verleent volmacht, in naam en voor
        rekening van, gevolmachtigde, indeplaatsstelling, lastgever, mandant, mandataire, donne pouvoir, donne
        procuration, au nom et pour le compte, confere tous pouvoirs, substitution, vollmachtgeber, bevollmachtigte,
        bevollmachtigt, bevollmachtige, untervollmacht, zu vertreten, erteilt hiermit, hereby appoints, hereby
        appoint, attorney-in-fact, true and lawful attorney, in the name and on behalf, grantor, act on its behalf,
        the attorney, lawful attorney
    """,
    "tax_certificate": """
        federale overheidsdienst financien, fod financien, belastingdienst, geen openstaande schulden, fiscale
        schulden, inning en invordering, geen schulden, vennootschapsbelasting, service public federal finances, spf
        finances, direction generale des finances publiques, dettes fiscales, a jour de ses obligations, impot sur
        les societes, service des impots, aucune dette, residence fiscale, finanzamt, steuernummer,
        steuerruckstande, steuerlichen pflichten, steuersachen, keine ruckstande, bundeszentralamt fur steuern,
        steuerpflichtiger, hm revenue, hmrc, tax authority, tax affairs, tax liabilities, no outstanding, tax
        resident, revenue commissioners, taxpayer, double taxation, tax clearance
    """,
    "lease": """
        verhuurder, huurder, huurprijs, huurwaarborg, gehuurde, waarborgsom, plaatsbeschrijving, opzegtermijn,
        onroerend goed, het gehuurde goed, bailleur, preneur, locataire, loyer, garantie locative, lieux loues,
        depot de garantie, etat des lieux, locaux, vermieter, mieter, mietzins, kaution, mietobjekt, mietsache,
        nebenkosten, mietdauer, miete betragt, grundmiete, landlord, tenant, lessor, lessee, monthly rent, annual
        rent, demised premises, security deposit, the premises, term of the lease, leased premises
    """,
    "invoice": """
        factuurnummer, factuurdatum, vervaldatum, excl. btw, incl. btw, te betalen, maatstaf van heffing,
        betalingstermijn, btw-bedrag, totaal excl, eenheidsprijs, aantal, numero de facture, date de facture, total
        ht, total ttc, htva, tvac, montant ht, a payer, prix unitaire, date d'echeance, quantite, designation,
        rechnungsnummer, rechnungsdatum, nettobetrag, bruttobetrag, zzgl, mwst, zahlbar, einzelpreis, gesamtbetrag,
        leistungsdatum, menge, invoice number, invoice date, due date, subtotal, total due, unit price, amount due,
        net amount, vat amount, payment terms, quantity, invoice no
    """,
}
_SHORT_WORDS: dict[DocumentType, str] = {
    "register_extract": "kbis, kvk, kbo, bce, hrb, nacebel, rcs",
    "ubo_declaration": "ubo, psc, rbe",
    "utility_bill": "kwh, mwh, ean, engie, luminus, mpan, proximus, telenet, edf, vattenfall, eneco, m3",
    "bank_statement": "rib, solde, saldo",
    "lease": "huur, loyer, miete, rent",
}


def _phrases(listed: str) -> tuple[str, ...]:
    """Each as it is compared: letters and digits only."""
    found = (re.sub(r"[^a-z0-9]+", "", phrase) for phrase in listed.split(","))
    return tuple(sorted({phrase for phrase in found if phrase}))


TITLES = {kind: _phrases(listed) for kind, listed in _TITLES.items()}
WORDS = {kind: _phrases(listed) for kind, listed in _WORDS.items()}
SHORT_WORDS = {kind: _phrases(listed) for kind, listed in _SHORT_WORDS.items()}
