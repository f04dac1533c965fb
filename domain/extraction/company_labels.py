"""The labels of what is said of a company, and of persons, by meaning: names, form, addresses, account, issuer."""

COMPANY_LABELS: dict[str, str] = {
    # The company that the document is about.
    "company": """
        benaming vennootschap, benaming onderneming, benaming rechtspersoon, benaming entiteit, naam volgens register,
        naam volgens handelsregister, naam volgens kbo, naam volgens kvk, denomination societe, denomination entreprise,
        denomination selon le registre, denomination selon le rcs, denomination selon les statuts, firmenname laut
        registergericht, firmenname laut handelsregister, firma laut registergericht, firma laut handelsregister, name
        laut handelsregister, name laut registergericht, firma gemass handelsregister, name gemass handelsregister,
        firma gemass register, name as per register, name as registered, name on the register, name on register,
        naam van de informatieplichtige, nom du redevable d'information, bezeichnung, name given in the articles, name
        in the articles, name according to the articles, name as in the articles, naam volgens de statuten, name under
        the articles of association, name under the articles, naam in de
        statuten, bezeichnung der rechtseinheit, name der rechtlichen einheit, bezeichnung der vereinigung, bezeichnung
        der juristischen person, statutory name, registered company, nom de l'entreprise declarante, naam van de
        rechtseenheid, name of limited company, name of the undertaking, nom de la societe declarante, naam van de
        aangifteplichtige, designation de l'entreprise, designation de la societe, designation sociale, denomination de
        la personne morale, maatschappelijke naam, maatschappelijke benaming, naam van de vennootschap, naam
        vennootschap, vennootschapsnaam, naam van de onderneming, naam onderneming, naam van het bedrijf, naam bedrijf,
        bedrijfsnaam, statutaire naam, naam rechtspersoon, naam van de rechtspersoon, naam van de juridische entiteit,
        naam juridische entiteit, benaming, firmanaam, naam entiteit, naam van de entiteit, naam (voluit), naam voluit,
        volledige naam van de vennootschap, volledige naam vennootschap, informatieplichtige, informatieplichtige
        entiteit, vennootschap, onderneming, entiteit, rechtspersoon, naam organisatie, naam van de organisatie,
        organisatie, officiele naam, juridische naam, huidige naam, naam van de maatschappij, naam informatieplichtige,
        denomination, denomination sociale, raison sociale, denomination (en entier), denomination de la societe,
        denomination ou raison sociale, denomination legale, nom de la societe, nom de l'entreprise, nom de l'entite,
        nom societe, nom (en entier), nom en entier, nom de la personne morale, societe, entreprise, entite, personne
        morale, redevable d'information, nom legal, nom officiel, nom juridique, societe declarante, entite declarante,
        nom ou denomination, nom de la structure, nom / denomination, nom de l'organisation, denomination de
        l'entreprise, denomination de l'entite, raison sociale de la societe, firma, firmenname, firmierung, name der
        gesellschaft, name der firma, name des unternehmens, unternehmen, unternehmensname, gesellschaft,
        firmenbezeichnung, firma der gesellschaft, name der rechtseinheit, vereinigung, name der juristischen person,
        juristische person, rechtstrager, name der vereinigung, gesellschaftsname, firmenwortlaut, name des
        rechtstragers, name (firma), firma / name, firma oder name, handelsfirma, meldepflichtige vereinigung,
        mitteilungspflichtige vereinigung, bezeichnung der gesellschaft, name bzw. firma, company name, name of company,
        name of the company, registered name, registered company name, corporate name, legal name, legal entity name,
        entity name, name of entity, name of the entity, name of legal entity, business name, company, entity, full
        company name, full legal name, reporting entity, obliged entity, declaring entity, current name, name of the
        legal entity, name of business, organisation name, name of organisation, legal entity, name of corporation, name
        of the corporate entity, declaring company, name of undertaking, company's name, societe representee, societe
        concernee, entreprise concernee, entite concernee, societe titulaire, denomination complete, denomination
        exacte, denomination sociale complete, denomination statutaire, nom statutaire, denomination officielle, nom
        complet de la societe, nom complet de l'entite, identite de la societe, societe (denomination), societe cliente,
        entreprise cliente, vertegenwoordigde vennootschap, betrokken vennootschap, betrokken onderneming, betrokken
        entiteit, naam v.d. vennootschap, naam v.d. onderneming, naam van uw onderneming, naam van uw bedrijf, naam
        zaak, naam cliente, firmanaam en rechtsvorm, benaming van de vennootschap, benaming van de onderneming, benaming
        van de rechtspersoon, volledige benaming, volledige statutaire naam, volledige bedrijfsnaam, officiele benaming,
        wettelijke benaming, wettelijke naam, naam onderneming / organisatie, naam juridische entiteit (voluit),
        vertretene gesellschaft, betroffene gesellschaft, betroffenes unternehmen, vollstandige firma, vollstandiger
        firmenname, offizieller name, rechtlicher name, name des betriebs, firma (name), firma und rechtsform, firma der
        rechtseinheit, bezeichnung des unternehmens, bezeichnung des rechtstragers, name/firma, name der organisation,
        organisation, gesellschaftsbezeichnung, firmenwortlaut der gesellschaft, represented company, company concerned,
        subject company, name of organization, organization name, organization, name of firm, firm name, name of
        registered entity, registered entity, registered entity name, official name, official company name, company
        legal name, legal company name, statutory company name, name of taxable person, taxable person, name of taxable
        entity, full name of company, full name of the company, full name of entity, full corporate name, company full
        name, exact name of company, nature and name of entity, name of limited liability company, name of client
        company
    """,
    "name": """
        personalangaben, angaben zur person, name and surname,
        full legal name, name in full, legal name of individual, given names and surname, ubo name, ubo naam, name
        (ubo), individual, naam begunstigde, naam van de begunstigde, naam en voorletters, vor- und familienname, naam
        en voornaam ubo, nom complet du beneficiaire, name der person, name der wirtschaftlich berechtigten person, name
        of ubo, name of individual, name of person, name of shareholder, name of psc, name of the ubo, naam natuurlijk
        persoon, name des gesellschafters, name des ubo, naam, nom, name, volledige naam, full name, nom complet,
        vollstandiger name, naam en voornaam, naam en voornamen, naam en voornaam/voornamen, naam voornaam, voornaam en
        naam, voornamen en naam, nom et prenom, nom et prenoms, nom et prenom(s), nom+ prenom, nom+ prenoms, nom+
        prenom(s), nom prenom, nom prenoms, prenom et nom, prenoms et nom, name und vorname, name+ vorname, name+
        vornamen, name vorname, vor- und nachname, vorname und name, vorname und nachname, vor- und zuname,
        familienname+ vorname, naam+ voornaam, naam+ voornamen, achternaam en voornamen, familienaam en voornamen,
        surname and forenames, name and surname, names, familienaam en voornaam, voornaam en familienaam, first and last
        name, name and first name, identiteit, identite, naam functiehouder, naam bestuurder, nom du dirigeant, nom de
        l'administrateur, nom du gerant, name of director, director name, director's name, officer name, name of
        officer, name des geschaftsfuhrers, naam van de bestuurder, naam ubo, naam van de ubo, name of beneficial owner,
        name of the beneficial owner, nom du beneficiaire effectif, naam aandeelhouder, aandeelhouder naam, shareholder
        name, nom de l'actionnaire, nom de l'associe, nom du beneficiaire, naam van de uiteindelijke begunstigde, name
        des wirtschaftlich berechtigten, naam persoon, naam van de bestuurders, noms, namen, persoon, personne, person,
        nom et prenoms / denomination, naam / voornaam, naam/voornaam, naam en voornamen bestuurder, voor- en
        achternaam, voor- en familienaam, naam van de persoon, volledige naam (zoals op identiteitsbewijs), naam
        eigenaar, naam van de eigenaar, nom / prenom, nom/prenom, nom - prenom, prenom / nom, prenom/nom, nom et
        prenom(s) complets, noms et prenoms, prenoms et noms, noms+ prenoms, nom de la personne, nom de la personne
        physique, nom du titulaire de la fonction, nom du beneficiaire effectif (ubo), nom du proprietaire, name /
        vorname, name/vorname, vorname / name, vorname/name, vorname nachname, vorname familienname, vollstandiger vor-
        und nachname, vor-/nachname, nachname und vorname, familienname und vorname, name (nachname+ vorname), name des
        berechtigten, name des eigentumers, name des vertreters, name des vorstands, full name of individual, full name
        of person, full name of beneficial owner, full name of director, name (in full), name of owner, owner name, ubo
        full name, first name and surname, first name surname, first name last name, forename and surname, forenames and
        surname, surname+ forenames, surname+ first name, last name+ first name, name of representative, name of
        controller, name of natural person
    """,
    "surname": """
        familienaam, achternaam, geslachtsnaam, nom de famille, nom patronymique, nom d'usage, nom de naissance,
        nachname, familienname, zuname, surname, last name, family name
    """,
    "given": """
        full forename(s), full forenames, forename(s),
        voornaam, voornamen, voornaam/voornamen, prenom, prenoms, prenom(s), vorname, vornamen, vorname(n), first name,
        first names, first name(s), forename, forenames, given name, given names, given name(s)
    """,
    "legal_form": """
        rechtsvorm, juridische vorm, vennootschapsvorm, rechtsvorm van de vennootschap, ondernemingsvorm, forme
        juridique, forme legale, forme de la societe, forme sociale, forme, rechtsform, gesellschaftsform,
        unternehmensform, legal form, company type, type of company, legal type, legal structure, corporate form, form
        of company, entity type, type of entity, legal status, legal nature, juridische structuur, nature juridique,
        type de societe, type vennootschap, form of entity, art der gesellschaft, company category, type of legal
        entity, corporate type, business type, legal form of the company, categorie juridique, type entiteit, type
        d'entite, type onderneming, juridische vorm van de onderneming, wettelijke vorm, vorm van de vennootschap, forme
        juridique de la societe, type d'entite juridique, type de personne morale, type juridique, type rechtspersoon,
        soort rechtspersoon, soort vennootschap, soort onderneming, rechtsform der gesellschaft, rechtsform des
        unternehmens, rechtliche form, art der rechtseinheit, juristische form, organisation type, organization type,
        type of organisation, legal form of entity, legal form of the entity, form of business, type of business, nature
        of entity, company form, form of incorporation, constitution type, statut juridique,
        rechtsform+ beginn+ satzung oder gesellschaftsvertrag, rechtsform+ satzung oder gesellschaftsvertrag
    """,
    "registered_address": """
        visiting address, adres hoofdkantoor, street address, statutory address, adres van de zetel, adres van de
        maatschappelijke zetel, adres maatschappelijke zetel, maatschappelijke zetel, zetel, zetel van de vennootschap,
        adres zetel, volledig adres v.d. zetel, volledig adres van de zetel, statutaire zetel, adres statutaire zetel,
        vestigingsadres, bezoekadres, hoofdkantoor, adres vennootschap, adres van de vennootschap, adres onderneming,
        adres van de onderneming, hoofdvestiging, adres hoofdvestiging, kantooradres, bedrijfsadres, adres van de
        rechtspersoon, officieel adres, geregistreerd adres, adres rechtspersoon, exploitatiezetel en maatschappelijke
        zetel, adres entiteit, adres van de entiteit, siege, siege social, adresse du siege, adresse du siege social,
        siege de la societe, adresse complete du siege, siege social de la societe, adresse de la societe, adresse de
        l'entreprise, adresse siege, siege statutaire, adresse de l'entite, adresse du siege statutaire, siege social
        (adresse), adresse legale, adresse officielle, adresse de l'etablissement principal, adresse entreprise, adresse
        societe, sitz, sitz der gesellschaft, geschaftsanschrift, inlandische geschaftsanschrift, adresse der
        gesellschaft, anschrift der gesellschaft, firmensitz, firmenanschrift, gesellschaftssitz, satzungssitz,
        hauptsitz, unternehmenssitz, sitz und anschrift, anschrift des sitzes, sitz / anschrift, sitz (anschrift),
        firmenadresse, anschrift des unternehmens, geschaftssitz, adresse des sitzes, sitzadresse, verwaltungssitz,
        geschaftsadresse, niederlassung, zweigniederlassungen, fur zustellungen massgebliche geschaftsanschrift, fur
        zustellungen massgebliche anschrift, anschrift der firma, unternehmensanschrift, registered office, registered
        office address, registered address, address of registered office, address of the registered office, registered
        seat, company address, business address, official address, head office, principal office, registered office of
        the company, legal address, address of the company, office address, principal place of business, head office
        address, corporate address, situation of registered office, seat, statutory seat, entity address, corporate
        seat, registered office is situated at, sitz+ anschrift, sitz und geschaftsanschrift, sitz / geschaftsanschrift,
        sitz+ geschaftsanschrift, sitz und adresse, sitz / adresse, geschaftsanschrift der gesellschaft, anschrift der
        hauptniederlassung, hauptniederlassung, ort der geschaftsleitung, registrierte adresse, registrierte anschrift,
        eingetragene adresse, eingetragene anschrift, eingetragener sitz, offizielle adresse, offizielle anschrift,
        betriebsadresse, betriebsanschrift, anschrift des unternehmens (sitz), domiziladresse, rechtsdomizil, domizil,
        domizil der gesellschaft, domizil der firma,
        sitz des unternehmens, sitz der firma, anschrift am sitz, tenant's registered office, tenant's registered
        address, registered office of the tenant, business premises address, trading address, principal business
        address, principal office address, main office address, main address, registered business address, registered
        head office, registered office (address), registered office location, office of the company, address of the
        entity, address of company, address of principal place of business, seat of the company, seat address, corporate
        headquarters, headquarters, headquarters address, situation of the registered office, adres van de hoofdzetel,
        hoofdzetel, adres van het hoofdkantoor, wettelijke zetel, wettelijk adres, administratieve zetel, sociale zetel,
        zetel (adres), zeteladres, adres (zetel), adres bedrijf, adres van het bedrijf, adres van de organisatie, adres
        organisatie, adres van uw onderneming, statutair adres, adres van vestiging, vestigingsadres hoofdvestiging,
        ingeschreven adres, siege de l'entreprise, siege de l'entite, siege de la personne morale, siege principal,
        siege administratif, siege legal, siege juridique, adresse du siege de la societe, adresse (siege), adresse
        (siege social), adresse siege social, adresse de la personne morale, adresse de l'organisation, adresse du siege
        principal, adresse enregistree, adresse professionnelle, etablissement principal (adresse), domicile social,
        domiciliation du siege, localisation du siege
    """,
    "supply_address": """
        leveringsadres, verbruiksadres, aansluitadres, adres van levering, plaats van levering, klantadres, adres van de
        klant, adres klant, leveringspunt, adres leveringspunt, adres van verbruik, facturatieadres, factuuradres, adres
        van het leveringspunt, verbruiksplaats, afleveradres, adres aansluiting, uw adres, adresse de fourniture,
        adresse de consommation, lieu de consommation, lieu de fourniture, adresse de livraison, point de livraison,
        adresse du client, adresse client, adresse de facturation, lieu de livraison, votre adresse, adresse du point de
        livraison, adresse desservie, site de consommation, adresse du lieu de consommation, adresse d'installation,
        adresse du titulaire, adresse titulaire, domiciliation du titulaire, lieferadresse, lieferanschrift,
        verbrauchsstelle, lieferstelle, abnahmestelle, entnahmestelle, adresse der verbrauchsstelle, kundenadresse,
        rechnungsadresse, rechnungsanschrift, anschrift des kunden, kundenanschrift, anschrift der verbrauchsstelle,
        adresse des kontoinhabers, anschrift des kontoinhabers, anschrift kontoinhaber, supply address, service address,
        delivery address, customer address, billing address, site address, premises, premises address, address of
        supply, account address, your address, address of the account holder, point of supply, account holder address,
        address of account holder, installation address, property address, adres rekeninghouder, adres van de
        rekeninghouder, adres titularis, adres van de titularis, adresse kontoinhaber, plaats van verbruik, adres
        leveringsplaats, leveringsplaats, adres van de aansluiting, adres van installatie, installatieadres,
        verbruikersadres, adres abonnee, adres contracthouder, adres van de abonnee, afnameadres, adres van afname,
        objectadres, serviceadres, lieu d'installation, lieu de raccordement, adresse de raccordement, adresse du
        compteur, adresse du site, adresse du lieu de fourniture, adresse du contrat, adresse de l'abonne, adresse du
        titulaire du contrat, point de fourniture, site desservi, adresse de prelevement, lieu de prelevement, local
        desservi, adresse du destinataire, adresse de la lieferstelle, adresse der lieferstelle, adresse der
        abnahmestelle, anschrift der lieferstelle, anschrift der abnahmestelle, verbrauchsort, verbrauchsadresse,
        verbrauchsanschrift, ort der lieferung, ort des verbrauchs, objektadresse, objektanschrift, anschlussadresse,
        anschlussobjekt, leistungsort, anschrift des empfangers, adresse des kunden, adresse des empfangers, location of
        supply, address supplied, supplied address, supplied premises, supplied at, premises supplied, service location,
        location of service, meter location, meter address, usage address, property supplied, property served, site
        supplied, site location, invoice address, customer's address, client address, address of the customer, address
        of customer, contract address
    """,
    "address": """
        adres, adresse, anschrift, address, volledig adres, adresse complete, vollstandige anschrift, full address,
        adresse postale
    """,
    "account_holder": """
        rekening ten name van, in naam van, rekening van, naam houder, houder, houder(s), naam van de houder, naam
        rekening, rekening staat op naam van, accountholder, account in name of, in the name of, name(s) on account,
        account name(s), held in the name of, statement for, account of, prepared for, account held in the name of,
        compte de, titulaire (raison sociale), compte ouvert par, nom du compte, inhaberin, kontoinhaber / firma, konto
        von, kontoname, name des kontos, konto auf den namen, title of account, rekeninghouder, rekeninghouder(s), naam
        rekeninghouder, naam van de rekeninghouder, titularis, rekeningtitularis, titularis van de rekening, titularis
        rekening, naam titularis, naam van de titularis, tenaamstelling, ten name van, rekening op naam van, houder van
        de rekening, houder rekening, op naam van, t.n.v., rekeningnaam, titulaire, titulaire du compte, titulaire(s),
        titulaire(s) du compte, nom du titulaire, titulaire de compte, intitule du compte, intitule de compte, nom du
        titulaire du compte, compte au nom de, compte ouvert au nom de, intitule, nom et adresse du titulaire, au nom
        de, titulaire compte, detenteur du compte, kontoinhaber, kontoinhaberin, kontoinhaber/in, inhaber, name des
        kontoinhabers, kontobezeichnung, inhaber des kontos, konto lautend auf, kontobezeichnung / inhaber, name
        kontoinhaber, lautend auf, kontoinhaber(in), account holder, account holder name, account name, name of account
        holder, account owner, holder, account holder(s), name of the account holder, account in the name of, account
        title, name on account, account held by, rekening geopend op naam van, deze rekening staat op naam van,
        rekeningeigenaar, eigenaar van de rekening, houder van deze rekening, naam rekeninghouder(s), naam op rekening,
        naam van de titularis(sen), titularis(sen), cliente titulaire, titulaire de ce compte, titulaire (s) du compte,
        nom/raison sociale du titulaire, raison sociale du titulaire, denomination du titulaire, identite du titulaire,
        proprietaire du compte, intitule exact du compte, libelle du compte, designation du compte, compte (intitule),
        compte appartenant a, titular, inhaber/in, inhaber(in) des kontos, kontoeigentumer, kontoinhaber/-in,
        kontoinhaber:in, name des inhabers, name des kontoeigners, firma des kontoinhabers, konto gefuhrt fur, konto
        fur, auszug fur, kontoauszug fur, name of holder, holder of the account, account holder's name, account holder
        name(s), account holders, account belongs to, account designation, registered account holder, name in which
        account is held, statement prepared for, account in name, account maintained for, customer / account name
    """,
    "issuer": """
        issuing state, issuing country, country of issue, issued by the, etat emetteur, pays de delivrance, pays
        emetteur, ausstellender staat, land van afgifte, staat van afgifte, aangemaakt door, verantwoordelijke
        instantie, office, delivre a, prefecture, afgegeven door de, ausgestellt von der, register kept by,
        registerbehorde, registrar, registerfuhrende behorde, uitgegeven door, afgegeven door, instantie, uitgevende
        instantie, afgegeven te, uitgereikt door, autoriteit, bevoegde autoriteit, emittent, opgemaakt door, instelling,
        uitgevende autoriteit, uitgever, afgevende instantie, bevoegde instantie, verstrekt door, plaats van
        afgifte/autoriteit, overheid van afgifte, delivre par, emis par, etabli par, emise par, autorite, autorite de
        delivrance,
        autorite emettrice, emetteur, organisme emetteur, delivree par, autorite competente, etablie par, document emis
        par, document delivre par, ausgestellt von, ausgestellt durch, ausstellende behorde, behorde, aussteller,
        ausstellungsbehorde, ausgegeben von, erstellt von, herausgegeben von, zustandige behorde, registergericht,
        ausstellende stelle, issued by, issuing authority, authority, issuer, issuing body, issuing office, issued on
        behalf of, competent authority, prepared and issued by, issuing institution, gegenereerd door, afgeleverd door,
        uitgeschreven door, bron, bron van de gegevens, uitreikende instantie, uitreikende overheid, uitreikende
        autoriteit, afgevende overheid, afgevende autoriteit, bevoegde dienst, afgegeven namens, opgesteld door,
        organisme de delivrance, organisme ayant delivre, service emetteur, service competent, administration emettrice,
        delivre au nom de, genere par, edite par, redige par, source, source des donnees, autorite ayant delivre,
        autorite de delivrance du document, remis par, ausgestellt im namen, ausgestellt durch die, ausgestellt vom,
        erteilt durch, erteilt von, erteilende behorde, erteilende stelle, ausgebende stelle, ausgebende behorde,
        zustandige stelle, registerfuhrendes gericht, generated by, produced by, source of
        data, certified by, granted by, issuing organisation, issuing organization, issuing agency, issuing department,
        issuing entity, issuing registry, issuing court, registration authority, registering authority, document issuer,
        name of issuer, issuing post
    """,
    "bank": """
        bank, banque, naam bank, naam van de bank, nom de la banque, kreditinstitut, name der bank, bank name, name of
        bank, etablissement bancaire, financiele instelling, financial institution, geldinstitut, etablissement teneur
        du compte, name of the bank, bankname, kontofuhrende bank, banque domiciliataire, kontofuhrendes institut, name
        und sitz der bank, rekeninghoudende bank
    """,
}
