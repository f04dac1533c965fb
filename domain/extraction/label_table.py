"""The labels of forms, registers and bills by meaning, as `domain.extraction.blocks.plain` writes them.

Commas part the labels; `+` is a comma within one. A label that has several meanings has the first one here.
"""

from domain.extraction.company_labels import COMPANY_LABELS
from domain.extraction.party_labels import PARTY_LABELS

_ENDS: dict[str, str] = {
    # Labels within an address.
    "address_part": """
        postcode en plaats, postcode en woonplaats, postcode/plaats, postcode en gemeente, code postal et ville, code
        postal et localite, code postal et commune, plz/ort, plz und ort, plz+ ort, town/city, postcode en stad,
        postcode / gemeente, gemeente, land, postcode, postnummer, straat, straat en nummer, huisnummer, straatnaam,
        bus, stad, plaats, nr, code postal, ville, pays, commune, rue, localite, numero, bte, boite, n°, rue et numero,
        ort, plz, strasse, hausnummer, stadt, postleitzahl, strasse und hausnummer, strasse und nr., postal code, city,
        town, country, street, house number, street and number, address line 1, address line 2, county, building,
        building name
    """,
    # Headings that end a list of persons.
    "elsewhere": """
        activiteiten, activites, activites principales, activities, tatigkeiten, activiteit, doel, objet, objet social,
        gegenstand, gegenstand des unternehmens, kapitaal, capital, stammkapital, grundkapital, objects,
        vestigingseenheden, hoedanigheden, qualites, toelatingen, autorisations, financiele gegevens, donnees
        financieres, bilanz, balance sheet, balans, bilan, historiek, history, filing history, accounts, bijzonderheden,
        prestaties, qualites et autorisations, autorisations, comptes bancaires, bankrekeningen, linken tussen
        entiteiten, liens entre entites, fruhere eintragungen, historique, tussenliggende rechtspersonen, intermediaire
        rechtspersonen, personnes morales intermediaires, structure de detention, ondernemersvaardigheden, capacites
        entrepreneuriales, slotverklaringen, overige gegevens, autres informations, sonstige angaben,
        rechtsverhaltnisse, sonstige rechtsverhaltnisse, economische activiteiten, activites economiques, economic
        activities, gesellschaftszweck, unternehmensgegenstand, zweck, zweck der gesellschaft, objet de la societe,
        voorwerp, voorwerp van de vennootschap, maatschappelijk doel, company objects, principal activities, business
        activities, geschaftszweck, financial information, financial data, financial year, finanzdaten, finanzielle
        angaben, jaarrekeningen, comptes annuels deposes, deposited accounts, publicaties, publications, publikationen,
        bekanntmachungen, notices, opmerkingen, remarques, bemerkungen, remarks, observations, charges, mortgage
        charges, loyer, huurprijs, miete, mietzins, rent
    """,
    # What ends the value of another label.
    "end": """
        vestigingsplaats, corporate seat (town), powers, naam ondertekenaar, nom du signataire, name of signatory,
        civilite, titulatuur, anrede, title of document, ne(e) le, ne(e), depuis le, geboren am/in, geb. datum, geb.,
        dob, vertretung, vertretungsbefugnis, beginn, seit dem, entree en fonction, sedert, date d'entree en fonction,
        date de debut, begin mandaat, einde mandaat, fin de mandat, debut de mandat, country of birth, woonplaats en
        land, ondernemingsnummer, btw-nummer, btw nummer, btw-nr, btw, kvk-nummer, kvk nummer, kvk, rsin,
        handelsregister, registratienummer, iban, bic, rekeningnummer, datum, geboortedatum, geboorteplaats, geboren,
        geboren op, nationaliteit, woonplaats, rijksregisternummer, oprichtingsdatum, datum oprichting, datum van
        oprichting, begindatum, startdatum, status, toestand, telefoon, tel, tel., fax, e-mail, email, website,
        klantnummer, factuurnummer, factuurdatum, maatschappelijk kapitaal, duur, periode, bedrag, saldo, sinds, datum
        in functie, bevoegdheid, boekjaar, contractnummer, ean, ean-code, meternummer, vervaldatum, duurtijd,
        handelsnaam, handelsnamen, commerciele naam, afkorting, verkorte naam, naam (verkort), onderwerp akte,
        onderwerp, bijzondere voorwaarden, aandelen, aantal aandelen, bijlage, handtekening, geslacht, burgerlijke
        stand, documentnummer, kaartnummer, geldig tot, referentie, uittrekselnummer, deponeringsnummer,
        hoofdactiviteit, rekening, numero d'entreprise, numero de tva, tva, n° tva, n° d'entreprise, siren, siret, rcs,
        r.c.s., immatriculation, numero d'immatriculation, date, date de naissance, lieu de naissance, date et lieu de
        naissance, ne le, nee le, nationalite, domicile, demeurant, date d'immatriculation, date de constitution, date
        de creation, capital social, duree, statut, telephone, courriel, numero de client, numero de facture, date de
        facture, activite, code ape, code naf, montant, solde, depuis, domicile personnel, nom commercial, enseigne,
        sigle, abreviation, denomination (en abrege), sexe, numero de document, valable jusqu'au, reference, annexe,
        signature, nombre de parts, nombre d'actions, exercice, compte, numero de compte, code banque, code guichet, n°
        client, n° de compte, cle rib, agence, greffe, gestion, echeance, registernummer, handelsregisternummer, hrb,
        hra, ust-idnr, ust-idnr., ust-id, umsatzsteuer-identifikationsnummer, steuernummer, geburtsdatum, geburtsort,
        geboren am, staatsangehorigkeit, wohnort, wohnhaft, wohnsitz, grundungsdatum, eintragungsdatum, gerichtsstand,
        telefon, kundennummer, rechnungsnummer, rechnungsdatum, betrag, zeitraum, seit, dauer, zahlernummer, tag der
        ersten eintragung, datum der eintragung, kontonummer, blz, bankleitzahl, geschaftsjahr, gultig bis,
        unterschrift, vertragsnummer, vertragskonto, letzte eintragung, tag der eintragung, faelligkeit, amtsgericht,
        handelsregister b, abteilung b, wohnhaft in, wohnort / sitz, aktenzeichen, eigentumsart, lei, stichtag, company
        number, company registration number, registration number, registered number, enterprise number, vat number, vat,
        vat no, vat registration number, date of birth, place of birth, nationality, country of residence, occupation,
        residence, date of incorporation, incorporation date, incorporated on, incorporated, company status, phone,
        heimatort, zeichnungsart,
        customer number, invoice number, invoice date, amount, balance, period, appointed, appointed on, date of
        appointment, since, share capital, activity, nature of business, sic code, sic codes, account number, sort code,
        statement date, due date, trading name, trade name, service address, correspondence address, sex, gender,
        document number, valid until, expiry date, purpose, duration, date of issue, account, statement period,
        currency, munt, devise, wahrung, account type, notified on, soort rekening, type de compte, kontoart,
        documentnr., documentnr, document no., document no, document nr., document nr, passport no., passport no,
        paspoortnr., paspoortnr, kaartnr., kaartnr, card no., card no, card number, n° du document, no du document,
        kaart nr., ausweisnr., passnr., dokumentennummer, height, taille, grosse, lengte, place of birth,
        bezoldiging, resigned, resigned on, ceased, place, number of shares, term, meter number, residential address,
        home address, usual residential address, adres woonplaats, woonadres, domicilie, adresse personnelle,
        privatanschrift, date de nomination, datum benoeming, benoemd op, nomme le, bestellt am, wohnanschrift,
        wohnadresse, privaatadres, adresse du domicile, private address, correspondentieadres, postadres, postanschrift,
        mailing address, adresse de correspondance, geboorteplaats en geboortedatum, plaats en datum van geboorte,
        geburtsdatum und -ort, land van verblijf, pays de residence, wohnsitzland, residence country, paspoortnummer,
        numero de passeport, passnummer, ausweisnummer, identity number, id number, nis-nummer, btw-identificatienummer,
        numero d'identification, identifikationsnummer, activiteitscode, code d'activite, wirtschaftszweig,
        nationalitat, nationalitaten, registerblatt, registerblattnummer, registereintrag, registernr., register-nr.,
        register-nr, registernr,
        handelsregister-nr., firmenbuchnummer, inschrijvingsnummer, dossiernummer, numero de dossier, numero de
        registre, file number, factuurnr., factuurnr, klantnr., klantnr, ordernummer, bestelnummer, bestelreferentie, uw
        referentie, onze referentie, votre reference, notre reference, ihr zeichen, unser zeichen, your reference, our
        reference, order number, purchase order, po number, facture n°, facture no, numero de commande, rechnungs-nr.,
        rechnungsnr., kunden-nr., kundennr., bestellnummer, auftragsnummer, invoice #, customer no., customer no,
        account no, account no., te betalen, te betalen bedrag, a payer, montant a payer, zu zahlen, zahlbetrag,
        rechnungsbetrag, amount due, total due, betalingstermijn, delai de paiement, zahlungsziel, payment terms,
        looptijd, laufzeit, lease term, mietbeginn, contractperiode, netnummer, valuta, jahresmiete, kaution, waarborg,
        deposit
    """,
}

LABELS: dict[str, str] = {**COMPANY_LABELS, **PARTY_LABELS, **_ENDS}
