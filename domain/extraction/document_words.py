"""The words that documents of each type use, in four languages; folded, without spaces when compared, one phrase
between commas. A word is listed where it is of one type, not where it merely occurs."""

from domain.extraction.folding import letters_of
from schemas.extraction import DocumentType

_WORDS: dict[DocumentType, str] = {
    "articles_of_association": """
        requis le notaire, lesquels comparants, les comparants, dont acte, ont constitue une societe, constituent entre
        eux, de comparanten, waarvan akte, notarissen vervangend, voor mij notaris, verschenen voor mij, zijn
        verschenen, maatschappelijk doel, voorwerp van de
        vennootschap, algemene vergadering, artikel 1, artikel 2, hebben volgende statuten, duur van de
        vennootschap, gecoordineerde tekst, devant nous notaire, par-devant, ont comparu, a comparu, objet
        social, assemblee generale, article 1, article 2, duree de la societe, titre i, vor mir dem notar,
        erschienen heute, gegenstand des unternehmens ist, gesellschafterversammlung, § 1 firma, § 2,
        stammeinlage, dauer der gesellschaft, stammeinlagen, before me notary, objects of the company, model
        articles, general meeting, transfer of shares, alteration of articles, liability of members, subscribers
    """,
    "register_extract": """
        identifiant siren, identifiant siret, activite principale exercee, hr-nummer, handelsregister b,
        vertretungsberechtigt, tag der eintragung, datum des auszugs,
        identification de la personne morale, immatriculation principale, gestion direction, numero de gestion,
        extrait conforme, rcsl, maatschappelijke naam, juridische vorm, datum akte van oprichting, geplaatst
        kapitaal, uittreksel vervaardigd, waarmerk, bevoegdheid, datum in functie, nature of business, officers,
        date of this extract, registergericht, sitz und geschaftsanschrift, status actief, rechtstoestand,
        vestigingseenheid, nacebel, ondernemingsloket, toelatingen, rsin, sbi-code, handelsnaam, rechtsvorm,
        werkzame personen, nummer vestiging, functies, hoedanigheden, begindatum, aantal vestigingseenheden,
        gewaarmerkt uittreksel, greffe du tribunal, gestion direction administration, situation juridique,
        unites d'etablissement, forme juridique, immatriculee, activites exercees, date d'immatriculation, le
        greffier, capacites entrepreneuriales, etat actif, a jour au, dirigeants et associes, nummer der firma,
        grund- oder stammkapital, allgemeine vertretungsregelung, tag der letzten eintragung, prokura,
        rechtsverhaltnisse, anzahl der bisherigen eintragungen, amtsgericht, inlandische geschaftsanschrift,
        company status, sic code, next accounts due, confirmation statement, company type, legal status,
        incorporated on, registered office address, registration authority, registered in the commercial
        register, current officers
    """,
    "certificate_of_incorporation": """
        hierbij bevestigen wij dat, is opgericht en ingeschreven, nous certifions que la societe, est
        immatriculee, est inscrite au repertoire, in das handelsregister wurde, wurde in das handelsregister
        eingetragen, wurde heute eingetragen, is duly registered, has been incorporated, is incorporated, hereby
        certifies that, is this day incorporated, registrar of companies, given at companies house, under the
        companies act, certify that, is incorporated under, the company is limited by, wordt hierbij verklaard
        dat, bevestigt hierbij dat de vennootschap, certifie que la societe, certifions que, hiermit wird
        bescheinigt, wird hiermit bestatigt dass, rechtsgeldig opgericht, regulierement constituee,
        ordnungsgemas gegrundet, duly incorporated
    """,
    "ubo_declaration": """
        beneficial owners are, ultimate beneficial owners, uiteindelijke begunstigden zijn, uiteindelijk
        begunstigden, beneficiaires effectifs sont, berechtigte der gesellschaft sind, omvang van het belang,
        pourcentage detenu, kapitalanteil, percentage held, of the shares, who holds, aandelenpercentage,
        uiteindelijke begunstigde, percentage van de aandelen, direct of indirect, aard van het belang,
        beneficiaire effectif, pourcentage de detention, modalites de controle, directement ou indirectement,
        wirtschaftlich berechtigter, wirtschaftlich berechtigte person, art und umfang des wirtschaftlichen
        interesses, unmittelbar oder mittelbar, beneficial owner, nature of control, ownership percentage, more
        than 25, meer dan 25, plus de 25, mehr als 25, directly or indirectly, stemrechten, geldwaschegesetz
    """,
    "identity_document": """
        nationaliteit, geboorteplaats, geboortedatum, plaats en datum van geboorte, kaartnummer, houder,
        rijksregisternummer, nationalite, date de naissance, lieu de naissance, numero de carte, registre
        national, sexe, staatsangehorigkeit, geburtsdatum, geburtsort, ausweisnummer, augenfarbe, grose,
        nationality, date of birth, place of birth, date of expiry, given names, surname, personal no, card no,
        document no, passport no, date of issue
    """,
    "utility_bill": """
        verbruiksperiode, dagtarief, nachttarief, lieu de consommation, heures pleines, heures creuses,
        consommation heures, verbrauchszeitraum, arbeitspreis, site address, unit charges, energy charges, meter
        point, meterstand, meternummer, ean-code, verbruik, elektriciteit, aardgas, distributienetbeheerder,
        leveringsadres, kwh, voorschot, drinkwater, nettarieven, energiebijdrage, leveringspunt, fluvius,
        verbruiksadres, abonnement internet, mobiel abonnement, digitale meter, index compteur, compteur, code
        ean, consommation, electricite, gaz naturel, acompte, adresse de consommation, point de livraison,
        adresse de fourniture, numero de compteur, point de fourniture, gestionnaire de reseau, eau potable,
        forfait mobile, zahlerstand, zahlernummer, stromverbrauch, verbrauchsstelle, netzbetreiber,
        netzentgelte, stromlieferung, grundpreis, zahlpunkt, marktlokation, abschlag, trinkwasser, stromsteuer,
        meter reading, meter number, electricity, gas supply, supply address, supply number, standing charge,
        unit rate, consumption, mpan, kilowatt, water supply, broadband, line rental, energy used, estimated
        reading, m3
    """,
    "bank_statement": """
        maintains the following account, maintain the following account, maintains an account with, conducted in a
        satisfactory, at your request we hereby confirm, bank account details, saldo vorig uittreksel, uittreksel nr,
        saldo op, rekeningnummer, omschrijving bedrag, libelle montant,
        solde au, buchung text betrag, kontonummer, saldo alt, saldo neu, details amount, account name, vorig
        saldo, nieuw saldo, beginsaldo, eindsaldo, rekeninghouder, overschrijving, bancontact, valutadatum,
        tegenpartij, bij- en afschrijvingen, titularis, houder is van de rekening, ancien solde, nouveau solde,
        solde precedent, titulaire du compte, virement, date valeur, domiciliation, code banque, code guichet,
        cle rib, solde crediteur, operations, est titulaire du compte, kontoinhaber, alter kontostand, neuer
        kontostand, anfangssaldo, endsaldo, buchungstag, wertstellung, gutschrift, lastschrift, bankleitzahl,
        opening balance, closing balance, account holder, sort code, account number, paid in, paid out, balance
        brought forward, money in, money out, transactions, standing order, holds an account, statement period,
        value date, direct debit
    """,
    "annual_accounts": """
        neer te leggen, lijst van de bestuurders, boekjaar van, approved by the board, prior year, vorjahr,
        aktiva, passiva, rubriques brut net, identificatiegegevens, vaste activa, vlottende activa, eigen
        vermogen, voorzieningen, schulden op meer dan een jaar, bedrijfsopbrengsten, winst van het boekjaar,
        toelichting, omzet, boekjaar, balanscentrale, actifs immobilises, actifs circulants, capitaux propres,
        dettes a plus d'un an, chiffre d'affaires, resultat de l'exercice, compte de resultats, exercice clos,
        centrale des bilans, immobilisations, actif circulant, anlagevermogen, umlaufvermogen, eigenkapital,
        verbindlichkeiten, gewinn- und verlustrechnung, umsatzerlose, jahresuberschuss, geschaftsjahr,
        ruckstellungen, fixed assets, current assets, creditors, profit and loss, net assets, total assets,
        turnover, shareholders funds, year ended, called up share capital, equity
    """,
    "power_of_attorney": """
        verleent hierbij volmacht, om de vennootschap te vertegenwoordigen, this power of attorney, appoints, to
        be its attorney, pour la representer, pour representer la societe, bevollmachtigt hiermit, diese
        vollmacht, volmachtgever, volmachthouder, lasthebber, geeft hierbij volmacht, verleent volmacht, in naam
        en voor rekening van, gevolmachtigde, indeplaatsstelling, lastgever, mandant, mandataire, donne pouvoir,
        donne procuration, au nom et pour le compte, confere tous pouvoirs, substitution, vollmachtgeber,
        bevollmachtigte, bevollmachtigt, bevollmachtige, untervollmacht, zu vertreten, erteilt hiermit, hereby
        appoints, hereby appoint, attorney-in-fact, true and lawful attorney, in the name and on behalf,
        grantor, act on its behalf, the attorney, lawful attorney
    """,
    "tax_certificate": """
        fiscale verplichtingen, belastingschulden, obligations declaratives, obligations fiscales, steuerlichen
        verpflichtungen, verpflichtungen nachgekommen, registered for value added tax, tax obligations,
        openstaande belastingschulden, btw-plichtige, assujetti a la tva, umsatzsteuerlich erfasst, federale
        overheidsdienst financien, fod financien, belastingdienst, geen openstaande schulden, fiscale schulden,
        inning en invordering, geen schulden, vennootschapsbelasting, service public federal finances, spf
        finances, direction generale des finances publiques, dettes fiscales, a jour de ses obligations, impot
        sur les societes, service des impots, aucune dette, residence fiscale, finanzamt, steuernummer,
        steuerruckstande, steuerlichen pflichten, steuersachen, keine ruckstande, bundeszentralamt fur steuern,
        steuerpflichtiger, mehrwertsteuerpflichtig, omzetbelastingnummer, ondernemer voor de omzetbelasting,
        identifiee a la taxe sur la valeur ajoutee, enregistrement et des domaines, hm revenue, hmrc, tax
        authority, tax affairs, tax liabilities, no outstanding, tax
        resident, revenue commissioners, taxpayer, double taxation, tax clearance
    """,
    "lease": """
        verhuurder, huurder, huurprijs, huurwaarborg, gehuurde, waarborgsom, plaatsbeschrijving, opzegtermijn,
        onroerend goed, het gehuurde goed, bailleur, preneur, locataire, loyer, garantie locative, lieux loues,
        depot de garantie, etat des lieux, locaux, vermieter, mieter, mietzins, kaution, mietobjekt, mietsache,
        nebenkosten, mietdauer, miete betragt, grundmiete, landlord, tenant, lessor, lessee, monthly rent,
        annual rent, demised premises, security deposit, the premises, term of the lease, leased premises
    """,
    "invoice": """
        factuurnummer, factuurdatum, vervaldatum, excl. btw, incl. btw, te betalen, maatstaf van heffing,
        betalingstermijn, btw-bedrag, totaal excl, eenheidsprijs, aantal, numero de facture, date de facture,
        total ht, total ttc, htva, tvac, montant ht, a payer, prix unitaire, date d'echeance, quantite,
        designation, rechnungsnummer, rechnungsdatum, nettobetrag, bruttobetrag, zzgl, mwst, zahlbar,
        einzelpreis, gesamtbetrag, leistungsdatum, menge, invoice number, invoice date, due date, subtotal,
        total due, unit price, amount due, net amount, vat amount, payment terms, quantity, invoice no
    """,
}
_SHORT_WORDS: dict[DocumentType, str] = {
    "register_extract": "kbis, kvk, kbo, bce, hrb, nacebel, rcs",
    "ubo_declaration": "ubo, psc, rbe",
    "utility_bill": "kwh, mwh, ean, engie, luminus, mpan, proximus, telenet, edf, vattenfall, eneco, m3",
    "bank_statement": "rib, solde, saldo",
    "lease": "huur, loyer, miete, rent",
}

WORDS = {kind: letters_of(listed) for kind, listed in _WORDS.items()}
SHORT_WORDS = {kind: letters_of(listed) for kind, listed in _SHORT_WORDS.items()}
