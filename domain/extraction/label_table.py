"""The labels of forms, registers and bills by meaning, as `domain.extraction.blocks.plain` writes them.

Commas part the labels; `+` is a comma within one. A label that has several meanings has the first one here.
"""

LABELS: dict[str, str] = {
    # The company that the document is about.
    "company": """
        bezeichnung,
        bezeichnung der rechtseinheit, name der rechtlichen einheit, bezeichnung der vereinigung, bezeichnung der
        juristischen person, statutory name, registered company, nom de l'entreprise declarante, naam van de
        rechtseenheid, name of limited company, name of the undertaking, nom de la societe declarante, naam van de
        aangifteplichtige, designation de l'entreprise, designation de la societe, designation sociale, denomination
        de la personne morale, maatschappelijke naam, maatschappelijke benaming, naam van de vennootschap, naam
        vennootschap, vennootschapsnaam, naam van de onderneming, naam onderneming, naam van het bedrijf, naam
        bedrijf, bedrijfsnaam, statutaire naam, naam rechtspersoon, naam van de rechtspersoon, naam van de
        juridische entiteit, naam juridische entiteit, benaming, firmanaam, naam entiteit, naam van de entiteit,
        naam (voluit), naam voluit, volledige naam van de vennootschap, volledige naam vennootschap,
        informatieplichtige, informatieplichtige entiteit, vennootschap, onderneming, entiteit, rechtspersoon, naam
        organisatie, naam van de organisatie, organisatie, officiele naam, juridische naam, huidige naam, naam van
        de maatschappij, naam informatieplichtige, denomination, denomination sociale, raison sociale, denomination
        (en entier), denomination de la societe, denomination ou raison sociale, denomination legale, nom de la
        societe, nom de l'entreprise, nom de l'entite, nom societe, nom (en entier), nom en entier, nom de la
        personne morale, societe, entreprise, entite, personne morale, redevable d'information, nom legal, nom
        officiel, nom juridique, societe declarante, entite declarante, nom ou denomination, nom de la structure,
        nom / denomination, nom de l'organisation, denomination de l'entreprise, denomination de l'entite, raison
        sociale de la societe, firma, firmenname, firmierung, name der gesellschaft, name der firma, name des
        unternehmens, unternehmen, unternehmensname, gesellschaft, firmenbezeichnung, firma der gesellschaft, name
        der rechtseinheit, vereinigung, name der juristischen person, juristische person, rechtstrager, name der
        vereinigung, gesellschaftsname, firmenwortlaut, name des rechtstragers, name (firma), firma / name, firma
        oder name, handelsfirma, meldepflichtige vereinigung, mitteilungspflichtige vereinigung, bezeichnung der
        gesellschaft, name bzw. firma, company name, name of company, name of the company, registered name,
        registered company name, corporate name, legal name, legal entity name, entity name, name of entity, name of
        the entity, name of legal entity, business name, company, entity, full company name, full legal name,
        reporting entity, obliged entity, declaring entity, current name, name of the legal entity, name of
        business, organisation name, name of organisation, legal entity, name of corporation, name of the corporate
        entity, declaring company, name of undertaking, company's name
    """,
    "name": """
        full legal name, name in full, legal name of individual, given names and surname, ubo name, ubo naam, name
        (ubo), individual, naam begunstigde, naam van de begunstigde, naam en voorletters, vor- und familienname,
        naam en voornaam ubo, nom complet du beneficiaire, name der person, name der wirtschaftlich berechtigten
        person, name of ubo, name of individual, name of person, name of shareholder, name of psc, name of the ubo,
        naam natuurlijk persoon, name des gesellschafters, name des ubo, naam, nom, name, volledige naam, full name,
        nom complet, vollstandiger name, naam en voornaam, naam en voornamen, naam en voornaam/voornamen, naam
        voornaam, voornaam en naam, voornamen en naam, nom et prenom, nom et prenoms, nom et prenom(s), nom+ prenom,
        nom+ prenoms, nom+ prenom(s), nom prenom, nom prenoms, prenom et nom, prenoms et nom, name und vorname,
        name+ vorname, name+ vornamen, name vorname, vor- und nachname, vorname und name, vorname und nachname, vor-
        und zuname, familienname+ vorname, naam+ voornaam, naam+ voornamen, achternaam en voornamen, familienaam en
        voornamen, surname and forenames, name and surname, names, familienaam en voornaam, voornaam en familienaam,
        first and last name, name and first name, identiteit, identite, naam functiehouder, naam bestuurder, nom du
        dirigeant, nom de l'administrateur, nom du gerant, name of director, director name, director's name, officer
        name, name of officer, name des geschaftsfuhrers, naam van de bestuurder, naam ubo, naam van de ubo, name of
        beneficial owner, name of the beneficial owner, nom du beneficiaire effectif, naam aandeelhouder,
        aandeelhouder naam, shareholder name, nom de l'actionnaire, nom de l'associe, nom du beneficiaire, naam van
        de uiteindelijke begunstigde, name des wirtschaftlich berechtigten, naam persoon, naam van de bestuurders,
        noms, namen, persoon, personne, person, nom et prenoms / denomination
    """,
    "surname": """
        familienaam, achternaam, geslachtsnaam, nom de famille, nom patronymique, nom d'usage, nom de naissance,
        nachname, familienname, zuname, surname, last name, family name
    """,
    "given": """
        voornaam, voornamen, voornaam/voornamen, prenom, prenoms, prenom(s), vorname, vornamen, vorname(n), first
        name, first names, first name(s), forename, forenames, given name, given names, given name(s)
    """,
    "legal_form": """
        rechtsvorm, juridische vorm, vennootschapsvorm, rechtsvorm van de vennootschap, ondernemingsvorm, forme
        juridique, forme legale, forme de la societe, forme sociale, forme, rechtsform, gesellschaftsform,
        unternehmensform, legal form, company type, type of company, legal type, legal structure, corporate form,
        form of company, entity type, type of entity, legal status, legal nature, juridische structuur, nature
        juridique, type de societe, type vennootschap, form of entity, art der gesellschaft, company category, type
        of legal entity, corporate type, business type, legal form of the company, categorie juridique, type
        entiteit, type d'entite, type onderneming
    """,
    "registered_address": """
        visiting address, adres hoofdkantoor, street address, statutory address, adres van de zetel, adres van de
        maatschappelijke zetel, adres maatschappelijke zetel, maatschappelijke zetel, zetel, zetel van de
        vennootschap, adres zetel, volledig adres v.d. zetel, volledig adres van de zetel, statutaire zetel, adres
        statutaire zetel, vestigingsadres, bezoekadres, hoofdkantoor, adres vennootschap, adres van de vennootschap,
        adres onderneming, adres van de onderneming, hoofdvestiging, adres hoofdvestiging, kantooradres,
        bedrijfsadres, adres van de rechtspersoon, officieel adres, geregistreerd adres, adres rechtspersoon,
        exploitatiezetel en maatschappelijke zetel, adres entiteit, adres van de entiteit, siege, siege social,
        adresse du siege, adresse du siege social, siege de la societe, adresse complete du siege, siege social de
        la societe, adresse de la societe, adresse de l'entreprise, adresse siege, siege statutaire, adresse de
        l'entite, adresse du siege statutaire, siege social (adresse), adresse legale, adresse officielle, adresse
        de l'etablissement principal, adresse entreprise, adresse societe, sitz, sitz der gesellschaft,
        geschaftsanschrift, inlandische geschaftsanschrift, adresse der gesellschaft, anschrift der gesellschaft,
        firmensitz, firmenanschrift, gesellschaftssitz, satzungssitz, hauptsitz, unternehmenssitz, sitz und
        anschrift, anschrift des sitzes, sitz / anschrift, sitz (anschrift), firmenadresse, anschrift des
        unternehmens, geschaftssitz, adresse des sitzes, sitzadresse, verwaltungssitz, geschaftsadresse,
        niederlassung, zweigniederlassungen, fur zustellungen massgebliche geschaftsanschrift, fur zustellungen
        massgebliche anschrift, anschrift der firma, unternehmensanschrift, registered office, registered office
        address, registered address, address of registered office, address of the registered office, registered
        seat, company address, business address, official address, head office, principal office, registered office
        of the company, legal address, address of the company, office address, principal place of business, head
        office address, corporate address, situation of registered office, seat, statutory seat, entity address,
        corporate seat, registered office is situated at
    """,
    "supply_address": """
        leveringsadres, verbruiksadres, aansluitadres, adres van levering, plaats van levering, klantadres, adres
        van de klant, adres klant, leveringspunt, adres leveringspunt, adres van verbruik, facturatieadres,
        factuuradres, adres van het leveringspunt, verbruiksplaats, afleveradres, adres aansluiting, uw adres,
        adresse de fourniture, adresse de consommation, lieu de consommation, lieu de fourniture, adresse de
        livraison, point de livraison, adresse du client, adresse client, adresse de facturation, lieu de livraison,
        votre adresse, adresse du point de livraison, adresse desservie, site de consommation, adresse du lieu de
        consommation, adresse d'installation, adresse du titulaire, adresse titulaire, domiciliation du titulaire,
        lieferadresse, lieferanschrift, verbrauchsstelle, lieferstelle, abnahmestelle, entnahmestelle, adresse der
        verbrauchsstelle, kundenadresse, rechnungsadresse, rechnungsanschrift, anschrift des kunden,
        kundenanschrift, anschrift der verbrauchsstelle, adresse des kontoinhabers, anschrift des kontoinhabers,
        anschrift kontoinhaber, supply address, service address, delivery address, customer address, billing
        address, site address, premises, premises address, address of supply, account address, your address, address
        of the account holder, point of supply, account holder address, address of account holder, installation
        address, property address, adres rekeninghouder, adres van de rekeninghouder, adres titularis, adres van de
        titularis, adresse kontoinhaber
    """,
    "address": """
        adres, adresse, anschrift, address, volledig adres, adresse complete, vollstandige anschrift, full address,
        adresse postale
    """,
    "account_holder": """
        rekening ten name van, in naam van, rekening van, naam houder, houder, houder(s), naam van de houder, naam
        rekening, rekening staat op naam van, accountholder, account in name of, in the name of, name(s) on account,
        account name(s), held in the name of, statement for, account of, prepared for, account held in the name of,
        compte de, titulaire (raison sociale), compte ouvert par, nom du compte, inhaberin, kontoinhaber / firma,
        konto von, kontoname, name des kontos, konto auf den namen, title of account, rekeninghouder,
        rekeninghouder(s), naam rekeninghouder, naam van de rekeninghouder, titularis, rekeningtitularis, titularis
        van de rekening, titularis rekening, naam titularis, naam van de titularis, tenaamstelling, ten name van,
        rekening op naam van, houder van de rekening, houder rekening, op naam van, t.n.v., rekeningnaam, titulaire,
        titulaire du compte, titulaire(s), titulaire(s) du compte, nom du titulaire, titulaire de compte, intitule
        du compte, intitule de compte, nom du titulaire du compte, compte au nom de, compte ouvert au nom de,
        intitule, nom et adresse du titulaire, au nom de, titulaire compte, detenteur du compte, kontoinhaber,
        kontoinhaberin, kontoinhaber/in, inhaber, name des kontoinhabers, kontobezeichnung, inhaber des kontos,
        konto lautend auf, kontobezeichnung / inhaber, name kontoinhaber, lautend auf, kontoinhaber(in), account
        holder, account holder name, account name, name of account holder, account owner, holder, account holder(s),
        name of the account holder, account in the name of, account title, name on account, account held by
    """,
    "issuer": """
        issuing state, issuing country, country of issue, issued by the, etat emetteur, pays de delivrance, pays
        emetteur, ausstellender staat, land van afgifte, staat van afgifte, aangemaakt door, verantwoordelijke
        instantie, office, delivre a, prefecture, afgegeven door de, ausgestellt von der, register kept by,
        registerbehorde, registrar, registerfuhrende behorde, uitgegeven door, afgegeven door, instantie, uitgevende
        instantie, afgegeven te, uitgereikt door, autoriteit, bevoegde autoriteit, emittent, opgemaakt door,
        instelling, uitgevende autoriteit, uitgever, afgevende instantie, bevoegde instantie, verstrekt door, plaats
        van afgifte/autoriteit, overheid van afgifte, delivre par, emis par, etabli par, autorite, autorite de
        delivrance, autorite emettrice, emetteur, organisme emetteur, delivree par, autorite competente, etablie
        par, document emis par, document delivre par, ausgestellt von, ausgestellt durch, ausstellende behorde,
        behorde, aussteller, ausstellungsbehorde, ausgegeben von, erstellt von, herausgegeben von, zustandige
        behorde, registergericht, ausstellende stelle, issued by, issuing authority, authority, issuer, issuing
        body, issuing office, issued on behalf of, competent authority, prepared and issued by, issuing institution
    """,
    "bank": """
        bank, banque, naam bank, naam van de bank, nom de la banque, kreditinstitut, name der bank, bank name, name
        of bank, etablissement bancaire, financiele instelling, financial institution, geldinstitut, etablissement
        teneur du compte, name of the bank, bankname, kontofuhrende bank, banque domiciliataire, kontofuhrendes
        institut, name und sitz der bank, rekeninghoudende bank
    """,
    # Parties whose name may be the company's, and whose address follows.
    "subject": """
        to, betreft, concerne, betrifft, regarding, ten aanzien van, a l'attention de, klant, naam klant, klantnaam,
        naam van de klant, contracthouder, geadresseerde, factuur aan, gefactureerd aan, afnemer, abonnee, huurder,
        de huurder, volmachtgever, lastgever, de volmachtgever, belastingplichtige, ondergetekende, factuur voor,
        t.a.v., aan, opdrachtgever, koper, naam belastingplichtige, contractant, client, nom du client, titulaire du
        contrat, facture a, factures a, destinataire, locataire, le locataire, la locataire, preneur, le preneur,
        mandant, le mandant, la mandante, contribuable, assujetti, redevable, abonne, acheteur, facture pour, nom de
        l'assujetti, nom du contribuable, client facture, adresse a, kunde, kundenname, name des kunden,
        vertragspartner, vertragsinhaber, rechnung an, rechnungsempfanger, empfanger, mieter, der mieter, die
        mieterin, vollmachtgeber, vollmachtgeberin, der vollmachtgeber, die vollmachtgeberin, steuerpflichtiger,
        steuerpflichtige, auftraggeber, mieterin, pachter, kaufer, an, name des steuerpflichtigen, customer,
        customer name, name of customer, client name, bill to, billed to, invoice to, sold to, ship to, tenant, the
        tenant, lessee, the lessee, principal, the principal, grantor, taxpayer, name of taxpayer, taxpayer name,
        buyer, invoiced to, contract holder, invoice for, account customer, supplied to, addressee, subject, supply
        to
    """,
    # On a declaration of beneficial owners an owner, on a payment somebody else.
    "beneficiary": """
        begunstigde, begunstigden, beneficiaire, beneficiaires, beneficiary, beneficiaries, payee, begunstigter
    """,
    # Parties that the document is not about.
    "other": """
        verhuurder, de verhuurder, leverancier, uw leverancier, verkoper, notaris, notariskantoor, accountant,
        auditor, commissaris, commissarissen, volmachtdrager, lasthebber, gevolmachtigde, volmachthebber, de
        gevolmachtigde, secretaris, tegenpartij, vestigingseenheid, vestigingseenheden, vestiging, vestigingen,
        contact, klantendienst, contactpersoon, getuigen, getuige, boekhouder, gemachtigde, gemachtigden, borg,
        oprichter, oprichters, comparanten, netbeheerder, de notaris, meetbedrijf, opdrachtgever overschrijving,
        rapporteur, declarant, aangever, melder, bailleur, le bailleur, la bailleresse, fournisseur, votre
        fournisseur, vendeur, notaire, etude, commissaire, commissaire aux comptes, commissaires aux comptes,
        reviseur, reviseur d'entreprises, mandataire, le mandataire, contrepartie, etablissement, etablissements,
        unites d'etablissement, unite d'etablissement, service client, service clientele, temoins, temoin,
        fondateurs, fondateur, caution, signataire, etablissement principal, expert-comptable, secretaire,
        gestionnaire de reseau, etude notariale, le notaire, mandataire special, vermieter, der vermieter, die
        vermieterin, vermieterin, lieferant, ihr lieferant, verkaufer, notar, notarin, abschlussprufer,
        wirtschaftsprufer, steuerberater, bevollmachtigter, bevollmachtigte, der bevollmachtigte, die
        bevollmachtigte, prokura, prokuristen, prokurist, zeugen, zeuge, ansprechpartner, kundenservice,
        niederlassung, zweigniederlassung, zweigniederlassungen, netzbetreiber, messstellenbetreiber, grunder,
        kundendienst, zahlungsempfanger, landlord, the landlord, lessor, the lessor, supplier, your supplier,
        seller, vendor, notary, auditors, attorney, the attorney, attorney-in-fact, proxy, agent, registered agent,
        secretary, company secretary, secretaries, counterparty, establishment, establishments, branch, branches,
        contact person, customer service, witness, witnesses, guarantor, network operator, subscriber, subscribers,
        founder, founders, from, presenter, accountants, solicitor, solicitors, bankers, signed by, ondertekend
        door, signe par, unterzeichnet von, statutory auditor, statutory auditors
    """,
    "directors": """
        functionarissen, bestuurders en andere functionarissen, board directors, key officials, dirigeants et
        mandataires, directie, gesetzlich vertreten durch, leiding, samenstelling bestuur, bestuurssamenstelling, board
        composition, leitung, mitglieder der geschaftsfuhrung, officer details, details of officers, director
        details, director particulars, particulars of directors, unternehmensleitung, geschaftsfuhrende personen,
        vertretungsberechtigt, vertretungsberechtigter, vertretungsberechtigte geschaftsfuhrer, vertegenwoordigd
        door, vertegenwoordigingsbevoegd, bestuurder(s) en vertegenwoordiger(s), represente par, representee par,
        represented by, bestuur, functies, bestuursmandaten, raad van bestuur, bestuursorgaan, wettelijke
        vertegenwoordigers, wettelijke vertegenwoordiger, wettelijke functies, mandatarissen, bestuurdersmandaten,
        samenstelling van het bestuur, functiehouders, samenstelling van het bestuursorgaan, samenstelling van de
        raad van bestuur, lijst van bestuurders, bestuurders en vertegenwoordigers, bestuurders en zaakvoerders,
        bestuurders en functies, functie(s), leden van het bestuursorgaan, bestuurders en gevolmachtigden, namen van
        de bestuurders, benoeming bestuurders, vertegenwoordiging, dagelijks bestuur, fonctions, dirigeants,
        dirigeant, gerance, direction, administration, conseil d'administration, organe d'administration,
        representants legaux, representant legal, mandataires sociaux, organe de gestion, composition de l'organe
        d'administration, liste des administrateurs, dirigeants et associes, administration et representation,
        gestion+ direction+ administration+ controle+ associes ou membres, administrateurs et gerants, direction et
        gestion, composition du conseil d'administration, representation, dirigeants sociaux, mandats, membres de
        l'organe d'administration, geschaftsfuhrung, vertretungsberechtigte, vertretungsberechtigte personen,
        gesetzlicher vertreter, gesetzliche vertreter, vertretungsorgan, organe, verwaltungsrat, vertretung,
        vertretungsbefugte, vertretungsbefugte personen, leitungsorgan, vorstand, geschaftsleitung, vertreten durch,
        vertretungsregelung, mitglieder des vorstands, verwaltungsorgan, officers, current officers, active
        officers, board of directors, board, list of directors, management, legal representatives, legal
        representative, management board, board members, members of the board, directors and officers, officers and
        directors, directors and secretaries, company officers, current directors, statutory functions, details of
        directors, appointments, current appointments, proposed officers, director(s), first directors,
        representatives, company directors
    """,
    "owners": """
        ayant droit economique, ayants droit economiques, economische eigenaar, feitelijk belanghebbende,
        begunstigter eigentumer, wirtschaftliche berechtigte, ultimate owner, ultimate owners, controlling person,
        controlling persons, natural person, natural persons, natuurlijk persoon, natuurlijke personen, personne
        physique, personnes physiques, naturliche person, naturliche personen, owner, owners, eigenaar, eigenaars,
        proprietaire, proprietaires, eigentumer, gegevens begunstigde, begunstigde eigenaar, uiteindelijke
        begunstigde, uiteindelijke begunstigden, uiteindelijk begunstigde, uiteindelijk begunstigden, uiteindelijke
        begunstigde(n), uiteindelijk belanghebbende, uiteindelijk belanghebbenden, uiteindelijk belanghebbende(n),
        ubo, ubo's, ubos, ubo('s), gegevens van de ubo, gegevens ubo, gegevens van de uiteindelijke begunstigde,
        gegevens van de uiteindelijke begunstigden, lijst van uiteindelijke begunstigden, identiteit van de
        uiteindelijke begunstigde, pseudo-ubo, ubo-gegevens, ubo gegevens, beneficiaire effectif, beneficiaires
        effectifs, beneficiaire(s) effectif(s), beneficiaire effectif final, identite du beneficiaire effectif,
        liste des beneficiaires effectifs, identification des beneficiaires effectifs, identification du
        beneficiaire effectif, beneficiaires effectifs declares, beneficiaire effectif declare, wirtschaftlich
        berechtigter, wirtschaftlich berechtigte, wirtschaftlich berechtigte person, wirtschaftlich berechtigte
        personen, wirtschaftliche eigentumer, wirtschaftlicher eigentumer, wirtschaftliche/r eigentumer,
        wirtschaftlich berechtigte(r), angaben zu den wirtschaftlich berechtigten, angaben zum wirtschaftlich
        berechtigten, wirtschaftlich berechtigte/r, liste der wirtschaftlich berechtigten, beneficial owner,
        beneficial owners, beneficial owner(s), ultimate beneficial owner, ultimate beneficial owners, ultimate
        beneficial owner(s), person with significant control, persons with significant control, psc, pscs, details
        of beneficial owners, list of beneficial owners, details of the beneficial owners, ubo details, individual
        beneficial owners, particulars of beneficial owners, details of beneficial owner, individual person with
        significant control
    """,
    "shareholders": """
        sole shareholder, enig aandeelhouder, enige aandeelhouder, associe unique, actionnaire unique, alleiniger
        gesellschafter, alleingesellschafter, aandeelhouder, aandeelhouders, vennoten, vennoot,
        aandeelhoudersregister, aandeelhouderschap, aandeelhoudersstructuur, actionnaire, actionnaires, associe,
        associes, repartition du capital, actionnariat, repartition des parts, porteur de parts, structuur van het
        aandeelhouderschap, verdeling van het kapitaal, kapitaalverdeling, repartition du capital social,
        gesellschafter/in, gesellschafter, gesellschafterin, gesellschafterliste, liste der gesellschafter, aktionare,
        aktionar,
        anteilseigner, shareholder, shareholders, members, member, list of shareholders, register of members,
        ownership structure, shareholder structure, lijst van aandeelhouders, liste des actionnaires, liste des
        associes
    """,
    "function": """
        functie, hoedanigheid, titel, rol, mandaat, fonction, qualite, mandat, role, titre, funktion, stellung,
        eigenschaft, position, capacity, function, title, office held, appointment, mandaattype, functietitel,
        rechtspositie, officer role, type functie, nature du mandat, organstellung, officer type, poste
    """,
    "share": """
        beneficial interest, extent of beneficial interest, percentage of voting rights, percentage of ownership
        interest, percentage aandelen en stemrechten, gehouden percentage, effectief belang, zeggenschap,
        zeggenschap (%), eigendom, eigendomspercentage, stemrecht, droits de vote (%), part de capital, kapital- und
        stimmrechtsanteil, kapitalbeteiligung, equity, equity (%), control, voting rights (%), shares and voting
        rights, omvang belang, omvang van belang, grootte belang, nature of control, nature of the control,
        nature(s) of control, natures of control, modalites du controle, modalite de controle, aard van het belang,
        art der beteiligung, nature du controle, nature de l'interet, aard van de controle, interest (%),
        shareholding, shareholdings, ownership, owned, % owned, percentage owned, shares owned, gehouden aandelen,
        capital detenu, gehaltene anteile, percentage, %, aandeel, belang, aandelenpercentage, percentage aandelen,
        % aandelen, deelneming, deelnemingspercentage, participatie, eigendomsbelang, omvang van het belang,
        percentage van de aandelen, percentage van het kapitaal, kapitaalaandeel, stemrechten, percentage
        stemrechten, aandeel in het kapitaal, aandeel (%), belang (%), percentage (%), aard en omvang van het
        belang, direct belang, % van het kapitaal, economisch belang, percentage belang, aandelenbelang,
        pourcentage, part, parts, participation, pourcentage de detention, part du capital, detention, % du capital,
        taux de detention, quote-part, pourcentage de parts, pourcentage du capital, droits de vote, % detenu, part
        detenue, parts detenues, part (%), pourcentage detenu, pourcentage de participation, etendue de l'interet,
        interet effectif, parts sociales, % de detention, detention du capital, pourcentage des parts, participation
        (%), participation au capital, pourcentage d'actions, anteil, beteiligung, beteiligungsquote, anteil am
        kapital, kapitalanteil, beteiligung in %, anteil in %, stimmrechte, stimmrechtsanteil, anteil (%),
        beteiligung (%), beteiligungshohe, hohe der beteiligung, umfang der beteiligung, geschaftsanteil, umfang des
        wirtschaftlichen interesses, art und umfang des wirtschaftlichen interesses, gehaltener anteil, prozent,
        quote, share, ownership percentage, share percentage, shareholding percentage, percentage of shares, % of
        shares, ownership interest, interest held, % held, percentage held, % ownership, stake, voting rights,
        ownership (%), share (%), holding, shares held, extent of interest, interest, share of capital, percentage
        of ownership, nature and extent of interest, shares (%), shareholding (%), % shareholding, extent of the
        interest, % share, % shares, percentage ownership, % interest, capital share
    """,
    # Labels within an address.
    "address_part": """
        postcode en plaats, postcode en woonplaats, postcode/plaats, postcode en gemeente, code postal et ville,
        code postal et localite, code postal et commune, plz/ort, plz und ort, plz+ ort, town/city, postcode en
        stad, postcode / gemeente, gemeente, land, postcode, postnummer, straat, straat en nummer, huisnummer,
        straatnaam, bus, stad, plaats, nr, code postal, ville, pays, commune, rue, localite, numero, bte, boite, n°,
        rue et numero, ort, plz, strasse, hausnummer, stadt, postleitzahl, strasse und hausnummer, strasse und nr.,
        postal code, city, town, country, street, house number, street and number, address line 1, address line 2,
        county, building, building name
    """,
    # Headings that end a list of persons.
    "elsewhere": """
        activiteiten, activites, activites principales, activities, tatigkeiten, activiteit, doel, objet, objet
        social, gegenstand, gegenstand des unternehmens, kapitaal, capital, stammkapital, grundkapital, objects,
        vestigingseenheden, hoedanigheden, qualites, toelatingen, autorisations, financiele gegevens, donnees
        financieres, bilanz, balance sheet, balans, bilan, historiek, history, filing history, accounts,
        bijzonderheden, prestaties, qualites et autorisations, autorisations, comptes bancaires, bankrekeningen,
        linken tussen entiteiten, liens entre entites, fruhere eintragungen, historique, tussenliggende
        rechtspersonen, intermediaire rechtspersonen, personnes morales intermediaires, structure de detention,
        ondernemersvaardigheden, capacites entrepreneuriales, slotverklaringen, overige gegevens, autres informations,
        sonstige angaben, rechtsverhaltnisse,
        sonstige rechtsverhaltnisse
    """,
    # What ends the value of another label.
    "end": """
        vestigingsplaats, corporate seat (town), powers, naam ondertekenaar, nom du signataire, name of signatory,
        civilite, titulatuur, anrede, title of document, ne(e) le, ne(e), depuis le, geboren am/in, geb. datum,
        geb., dob, vertretung, vertretungsbefugnis, beginn, seit dem, entree en fonction, sedert, date d'entree en
        fonction, date de debut, begin mandaat, einde mandaat, fin de mandat, debut de mandat, country of birth,
        woonplaats en land, ondernemingsnummer, btw-nummer, btw nummer, btw-nr, btw, kvk-nummer, kvk nummer, kvk,
        rsin, handelsregister, registratienummer, iban, bic, rekeningnummer, datum, geboortedatum, geboorteplaats,
        geboren, geboren op, nationaliteit, woonplaats, rijksregisternummer, oprichtingsdatum, datum oprichting,
        datum van oprichting, begindatum, startdatum, status, toestand, telefoon, tel, tel., fax, e-mail, email,
        website, klantnummer, factuurnummer, factuurdatum, maatschappelijk kapitaal, duur, periode, bedrag, saldo,
        sinds, datum in functie, bevoegdheid, boekjaar, contractnummer, ean, ean-code, meternummer, vervaldatum,
        duurtijd, handelsnaam, handelsnamen, commerciele naam, afkorting, verkorte naam, naam (verkort), onderwerp
        akte, onderwerp, bijzondere voorwaarden, aandelen, aantal aandelen, bijlage, handtekening, geslacht,
        burgerlijke stand, documentnummer, kaartnummer, geldig tot, referentie, uittrekselnummer, deponeringsnummer,
        hoofdactiviteit, rekening, numero d'entreprise, numero de tva, tva, n° tva, n° d'entreprise, siren, siret,
        rcs, r.c.s., immatriculation, numero d'immatriculation, date, date de naissance, lieu de naissance, date et
        lieu de naissance, ne le, nee le, nationalite, domicile, demeurant, date d'immatriculation, date de
        constitution, date de creation, capital social, duree, statut, telephone, courriel, numero de client, numero
        de facture, date de facture, activite, code ape, code naf, montant, solde, depuis, domicile personnel, nom
        commercial, enseigne, sigle, abreviation, denomination (en abrege), sexe, numero de document, valable
        jusqu'au, reference, annexe, signature, nombre de parts, nombre d'actions, exercice, compte, numero de
        compte, code banque, code guichet, n° client, n° de compte, cle rib, agence, greffe, gestion, echeance,
        registernummer, handelsregisternummer, hrb, hra, ust-idnr, ust-idnr., ust-id,
        umsatzsteuer-identifikationsnummer, steuernummer, geburtsdatum, geburtsort, geboren am, staatsangehorigkeit,
        wohnort, wohnhaft, wohnsitz, grundungsdatum, eintragungsdatum, gerichtsstand, telefon, kundennummer,
        rechnungsnummer, rechnungsdatum, betrag, zeitraum, seit, dauer, zahlernummer, tag der ersten eintragung,
        datum der eintragung, kontonummer, blz, bankleitzahl, geschaftsjahr, gultig bis, unterschrift,
        vertragsnummer, vertragskonto, letzte eintragung, tag der eintragung, faelligkeit, amtsgericht,
        handelsregister b, abteilung b, wohnhaft in, wohnort / sitz, aktenzeichen, eigentumsart, lei, stichtag,
        company number, company registration number, registration number, registered number, enterprise number, vat
        number, vat, vat no, vat registration number, date of birth, place of birth, nationality, country of
        residence, occupation, residence, date of incorporation, incorporation date, incorporated on, incorporated,
        company status, phone, customer number, invoice number, invoice date, amount, balance, period, appointed,
        appointed on, date of appointment, since, share capital, activity, nature of business, sic code, sic codes,
        account number, sort code, statement date, due date, trading name, trade name, service address,
        correspondence address, sex, gender, document number, valid until, expiry date, purpose, duration, date of
        issue, account, statement period, currency, munt, devise, wahrung, account type, notified on, soort
        rekening, type de compte, kontoart, bezoldiging, resigned, resigned on, ceased, place, number of shares,
        term, meter number, residential address, home address, usual residential address, adres woonplaats,
        woonadres, domicilie, adresse personnelle, privatanschrift, date de nomination, datum benoeming, benoemd op,
        nomme le, bestellt am, wohnanschrift, wohnadresse, privaatadres, adresse du domicile, private address,
        correspondentieadres, postadres, postanschrift, mailing address, adresse de correspondance
    """,
}
