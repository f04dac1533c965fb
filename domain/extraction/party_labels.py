"""The labels of the parties that a document names: the customer, those it is not about, who leads and who owns."""

PARTY_LABELS: dict[str, str] = {
    # Parties whose name may be the company's, and whose address follows.
    "subject": """
        to, betreft, concerne, betrifft, regarding, ten aanzien van, a l'attention de, klant, naam klant,
        klantnaam,
        naam van de klant, contracthouder, geadresseerde, factuur aan, gefactureerd aan, afnemer, abonnee, huurder, de
        huurder, volmachtgever, lastgever, de volmachtgever, belastingplichtige, ondergetekende, factuur voor, t.a.v.,
        aan, opdrachtgever, koper, naam belastingplichtige, contractant, client, nom du client, titulaire du contrat,
        facture a, factures a, destinataire, locataire, le locataire, la locataire, preneur, le preneur, mandant, le
        mandant, la mandante, contribuable, assujetti, redevable, abonne, acheteur, facture pour, nom de l'assujetti,
        nom du contribuable, client facture, adresse a, kunde, kundenname, name des kunden, vertragspartner,
        vertragspartei, cocontractant, co-contractant, contracting partner,
        vertragsinhaber, rechnung an, rechnungsempfanger, empfanger, mieter, der mieter, die mieterin, vollmachtgeber,
        vollmachtgeberin, der vollmachtgeber, die vollmachtgeberin, steuerpflichtiger, steuerpflichtige, auftraggeber,
        mieterin, pachter, kaufer, an, name des steuerpflichtigen, customer, customer name, name of customer, client
        name, bill to, billed to, invoice to, sold to, ship to, tenant, the tenant, lessee, the lessee, principal, the
        principal, grantor, taxpayer, name of taxpayer, taxpayer name, buyer, invoiced to, contract holder,
        invoice for, doit, doit a,
        account customer, supplied to, addressee, subject, supply to, facturatie aan, facturatiegegevens, te factureren
        aan, factureren aan, factuur ten name van, factuurgegevens, factuurontvanger, bestemd voor, bestemmeling,
        ontvanger, gericht aan, uw gegevens, gegevens klant, gegevens van de klant, klantgegevens, cliente, naam client,
        naam van de client, naam van de afnemer, naam afnemer, naam abonnee, naam van de abonnee, naam contracthouder,
        naam van de contracthouder, contractpartij, naam huurder, de huurster, huurster, huurder (naam), de lastgever,
        volmachtgeefster, de volmachtgeefster, lastgeefster, de lastgeefster, machtigende partij, machtiging verleend
        door, naam volmachtgever, naam van de volmachtgever, verkrijger, debiteur, belastingschuldige, naam van de
        belastingplichtige, btw-plichtige, naam btw-plichtige, aanvrager, facture au nom de, facturation, facturer a, a
        facturer a, adresse a l'attention de, a l'attention, coordonnees du client, vos coordonnees, informations
        client, donnees du client, nom/raison sociale du client, raison sociale du client, identite du client, nom de
        l'abonne, nom du titulaire du contrat, titulaire de l'abonnement, nom du locataire, nom du preneur, preneuse, la
        preneuse, preneur a bail, le preneur a bail, societe locataire, societe mandante, mandante, donneur de
        procuration, donneur d'ordre, constituant, pouvoir donne par, procuration donnee par, nom du mandant,
        assujettie, contribuable concerne, nom de l'assujetti(e), beneficiaire de l'attestation, demandeur, redevable de
        l'impot, nom du redevable, acquereur, rechnungsadressat, rechnung fur, leistungsempfanger, leistungsempfangerin,
        rechnungsempfangerin, ihre kundendaten, ihre daten, kundendaten, kundin, adressat, auftraggeberin, besteller,
        bestellerin, vertragsinhaberin, vertragspartnerin, vertragskunde, anschlussnehmer, anschlussnutzer, abnehmer,
        name des mieters, die mieterin (name), der mieter (name), mieter (firma), pachterin, vollmachtgebende
        gesellschaft, vollmachtgeber/in, vollmachtgeber(in), mandantin, name des vollmachtgebers, vollmacht erteilt von,
        steuerpflichtige/r, steuerpflichtige(r), steuerpflichtiger / firma, name der steuerpflichtigen person,
        steuerpflichtige person, steuerschuldner, antragsteller, antragstellerin, name des unternehmers, invoiced party,
        invoice recipient, invoiced customer, invoice address to, invoice issued to, issued to, charge to, charged to,
        bill recipient, billing party, billing details, billing information, billing name, customer details, customer
        information, your details, account details for, client details, customer / company, purchaser, recipient,
        deliver to, delivered to, consignee, name of tenant, tenant name, tenant company, occupier, licensee, renter,
        name of lessee, donor, the donor, appointor, the appointor, granting company, company granting the power, name
        of principal, principal company, mandator, authorising company, authorizing company, taxable person name, person
        registered, registered person, name of registered person, applicant, taxpayer's name, name of the taxpayer,
        debtor
    """,
    # On a declaration of beneficial owners an owner, on a payment somebody else.
    "beneficiary": """
        begunstigde, begunstigden, beneficiaire, beneficiaires, beneficiary, beneficiaries, payee, begunstigter
    """,
    # Parties that the document is not about.
    "other": """
        tussenliggende entiteiten, tussenliggende entiteit, tussenliggende vennootschappen, intermediaire entiteiten,
        entites intermediaires, societes intermediaires, intermediate entities, intermediary entities, intermediate
        companies, intermediate legal entities, zwischengeschaltete gesellschaften, zwischengeschaltete rechtstrager,
        zwischengeschaltete vereinigungen, oberste rechtstrager, oberster rechtstrager, ubergeordnete rechtstrager,
        verhuurder, de verhuurder, leverancier, uw leverancier, verkoper, notaris, notariskantoor, accountant, auditor,
        commissaris, commissarissen, volmachtdrager, lasthebber, gevolmachtigde, volmachthebber, de gevolmachtigde,
        secretaris, tegenpartij, vestigingseenheid, vestigingseenheden, vestiging, vestigingen, contact, klantendienst,
        contactpersoon, getuigen, getuige, boekhouder, gemachtigde, gemachtigden, borg, oprichter, oprichters,
        comparanten, netbeheerder, de notaris, meetbedrijf, opdrachtgever overschrijving, rapporteur, declarant,
        aangever, melder, bailleur, le bailleur, la bailleresse, fournisseur, votre fournisseur, vendeur, notaire,
        etude, commissaire, commissaire aux comptes, commissaires aux comptes, reviseur, reviseur d'entreprises,
        mandataire, le mandataire, contrepartie, etablissement, etablissements, unites d'etablissement, unite
        d'etablissement, service client, service clientele, temoins, temoin, fondateurs, fondateur, caution, signataire,
        etablissement principal, expert-comptable, secretaire, gestionnaire de reseau, etude notariale, le notaire,
        mandataire special, vermieter, der vermieter, die vermieterin, vermieterin, lieferant, ihr lieferant, verkaufer,
        notar, notarin, abschlussprufer, wirtschaftsprufer, steuerberater, bevollmachtigter, bevollmachtigte, der
        bevollmachtigte, die bevollmachtigte, prokura, prokuristen, prokurist, zeugen, zeuge, ansprechpartner,
        kundenservice, niederlassung, zweigniederlassung, zweigniederlassungen, netzbetreiber, messstellenbetreiber,
        grunder, kundendienst, zahlungsempfanger, landlord, the landlord, lessor, the lessor, supplier, your supplier,
        seller, vendor, notary, auditors, attorney, the attorney, attorney-in-fact, proxy, agent, registered agent,
        secretary, company secretary, secretaries, counterparty, establishment, establishments, branch, branches,
        contact person, customer service, witness, witnesses, guarantor, network operator, subscriber, subscribers,
        founder, founders, from, presenter, accountants, solicitor, solicitors, bankers, signed by, ondertekend door,
        authorised representative, authorised representatives, authorized representative, authorized representatives,
        signe par, unterzeichnet von, statutory auditor, statutory auditors, verhuurster, de verhuurster, verpachter,
        eigenaar-verhuurder, naam verhuurder, naam van de verhuurder, verkopende partij, dienstverlener, opdrachtnemer,
        afzender, factuur van, volmachtneemster, lasthebster, bijzonder gevolmachtigde, gemachtigde persoon, aangewezen
        gevolmachtigde, bailleur (proprietaire), nom du bailleur, bailleurs, les bailleurs, prestataire, prestataire de
        services, emetteur de la facture, expediteur, facture de, vendeuse, mandataires, la mandataire, mandataire
        designe, fonde de procuration, name des vermieters, verpachterin, verpachter (name), vermietende partei,
        dienstleister, auftragnehmer, auftragnehmerin, absender, absenderin, rechnungssteller, rechnungsstellerin,
        rechnungsaussteller, leistungserbringer, leistungserbringerin, verkauferin, bevollmachtigte person,
        bevollmachtigte/r, bevollmachtigte(r), vollmachtnehmer, vollmachtnehmerin, landlord name, name of landlord,
        landlord details, landlord company, name of lessor, licensor, owner-lessor, service provider, contractor,
        sender, invoice from, billed by, seller details, vendor details, supplier details, donee, the donee,
        attorney(s), the attorneys, attorneys, appointed attorney, authorised person, authorized person, person
        authorised, letting agent, managing agent
    """,
    "directors": """
        gestion et direction, gestion+ direction+ administration,
        die geschaftsfuhrung, der vorstand, die geschaftsleitung, het bestuur, de directie, het bestuursorgaan, la
        gerance, la direction, le conseil d'administration, l'organe d'administration, the directors, the board,
        the board of directors, the management,
        functionarissen, bestuurders en andere functionarissen, board directors, key officials, dirigeants et
        mandataires, directie, gesetzlich vertreten durch, leiding, samenstelling bestuur, bestuurssamenstelling, board
        composition, leitung, mitglieder der geschaftsfuhrung, officer details, details of officers, director details,
        director particulars, particulars of directors, unternehmensleitung, geschaftsfuhrende personen,
        vertretungsberechtigt, vertretungsberechtigter, vertretungsberechtigte geschaftsfuhrer, vertegenwoordigd door,
        vertegenwoordigingsbevoegd, bestuurder(s) en vertegenwoordiger(s), represente par, representee par, represented
        by, bestuur, functies, bestuursmandaten, raad van bestuur, bestuursorgaan, wettelijke vertegenwoordigers,
        wettelijke vertegenwoordiger, wettelijke functies, mandatarissen, bestuurdersmandaten, samenstelling van het
        bestuur, functiehouders, samenstelling van het bestuursorgaan, samenstelling van de raad van bestuur, lijst van
        bestuurders, bestuurders en vertegenwoordigers, bestuurders en zaakvoerders, bestuurders en functies,
        functie(s), leden van het bestuursorgaan, bestuurders en gevolmachtigden, namen van de bestuurders, benoeming
        bestuurders, vertegenwoordiging, dagelijks bestuur, fonctions, dirigeants, dirigeant, gerance, direction,
        administration, conseil d'administration, organe d'administration, representants legaux, representant legal,
        mandataires sociaux, organe de gestion, composition de l'organe d'administration, liste des administrateurs,
        dirigeants et associes, administration et representation, gestion+ direction+ administration+ controle+ associes
        ou membres, administrateurs et gerants, direction et gestion, composition du conseil d'administration,
        representation, dirigeants sociaux, mandats, membres de l'organe d'administration, geschaftsfuhrung,
        vertretungsberechtigte, vertretungsberechtigte personen, gesetzlicher vertreter, gesetzliche vertreter,
        vertretungsorgan, organe, verwaltungsrat, vertretung, vertretungsbefugte, vertretungsbefugte personen,
        leitungsorgan, vorstand, geschaftsleitung, vertreten durch, vertretungsregelung, mitglieder des vorstands,
        verwaltungsorgan, officers, current officers, active officers, board of directors, board, list of directors,
        management, legal representatives, legal representative, management board, board members, members of the board,
        directors and officers, officers and directors, directors and secretaries, company officers, current directors,
        statutory functions, details of directors, appointments, current appointments, proposed officers, director(s),
        first directors, representatives, company directors, bestuur van de vennootschap, bestuur en vertegenwoordiging,
        bestuur en directie, leden van het bestuur, leden van de directie, leden van de raad van bestuur, huidige
        bestuurders, huidig bestuur, actieve bestuurders, actuele bestuurders, zittende bestuurders, overzicht
        bestuurders, lijst van de bestuurders, lijst van bestuurders en zaakvoerders, identiteit van de bestuurders,
        gegevens bestuurders, gegevens van de bestuurders, gegevens bestuurder, vennootschapsorgaan, vertegenwoordigers,
        vertegenwoordiger(s), vertegenwoordigingsbevoegde personen, vertegenwoordigingsbevoegden, rechtsgeldig
        vertegenwoordigd door, wettelijk vertegenwoordigd door, hier vertegenwoordigd door, vertegenwoordiger, wettelijk
        vertegenwoordiger, bestuursleden, organe de direction, organes de gestion, organe de gestion et de
        representation, administrateurs et representants, liste des dirigeants, liste des gerants, liste des
        mandataires, composition du conseil, composition de l'organe de gestion, membres du conseil, membres du conseil
        d'administration, membres de la direction, membres du directoire, administrateurs en fonction, administrateurs
        actuels, mandataires en fonction, dirigeants actuels, dirigeants de la societe, dirigeants de l'entreprise,
        dirigeant(s), representant(s) legal(aux), representants, representee legalement par, valablement representee
        par, legalement representee par, ici representee par, dument representee par, representant de la societe,
        identite des administrateurs, fonctions et mandats, mandats et fonctions, direction de la societe, personnes
        dirigeantes, organe de representation, vertretungsorgane, vertreter, gesetzlich vertreten, gesetzliche
        vertretung, gesetzliche vertreter der gesellschaft, vertretungsberechtigte vertreter, rechtsgultig vertreten
        durch, hier vertreten durch, diese vertreten durch, organe der gesellschaft, mitglieder der geschaftsleitung,
        mitglieder der leitung, mitglieder des leitungsorgans, geschaftsfuhrungsorgan, geschaftsfuhrende organe,
        aktuelle geschaftsfuhrer, geschaftsfuhrer der gesellschaft, liste der geschaftsfuhrer, zur vertretung
        berechtigt, zur vertretung berechtigte personen, zur vertretung befugte personen, vertretungsbefugte organe,
        verwaltung, vertreter der gesellschaft, duly represented by, legally represented by, herein represented by,
        officers of the company, officers in office, current officeholders, current directors and officers, directors in
        office, serving directors, active directors, appointed directors, list of officers, list of current directors,
        list of board members, statement of directors, register of directors, registered directors, company management,
        company representatives, governing body, governing bodies, administrators, executive board, executive
        management, executive committee, board of management, members of the management board, members of the board of
        directors, authorised to represent, persons authorised to represent, authorised to represent the company, legal
        representative(s), statutory representatives, statutory representative, statutory body, directorship,
        directorships, officer(s)
    """,
    "owners": """
        ayant droit economique, ayants droit economiques, economische eigenaar, feitelijk belanghebbende, begunstigter
        eigentumer, wirtschaftliche berechtigte, ultimate owner, ultimate owners, controlling person, controlling
        persons, natural person, natural persons, natuurlijk persoon, natuurlijke personen, personne physique, personnes
        physiques, naturliche person, naturliche personen, owner, owners, eigenaar, eigenaars, proprietaire,
        proprietaires, eigentumer, gegevens begunstigde, begunstigde eigenaar, uiteindelijke begunstigde, uiteindelijke
        begunstigden, uiteindelijk begunstigde, uiteindelijk begunstigden, uiteindelijke begunstigde(n), uiteindelijk
        belanghebbende, uiteindelijk belanghebbenden, uiteindelijk belanghebbende(n), ubo, ubo's, ubos, ubo('s),
        gegevens van de ubo, gegevens ubo, gegevens van de uiteindelijke begunstigde, gegevens van de uiteindelijke
        begunstigden, lijst van uiteindelijke begunstigden, identiteit van de uiteindelijke begunstigde, pseudo-ubo,
        ubo-gegevens, ubo gegevens, beneficiaire effectif, beneficiaires effectifs, beneficiaire(s) effectif(s),
        beneficiaire effectif final, identite du beneficiaire effectif, liste des beneficiaires effectifs,
        identification des beneficiaires effectifs, identification du beneficiaire effectif, beneficiaires effectifs
        declares, beneficiaire effectif declare, wirtschaftlich berechtigter, wirtschaftlich berechtigte, wirtschaftlich
        berechtigte person, wirtschaftlich berechtigte personen, wirtschaftliche eigentumer, wirtschaftlicher
        eigentumer, wirtschaftliche/r eigentumer, wirtschaftlich berechtigte(r), angaben zu den wirtschaftlich
        berechtigten, angaben zum wirtschaftlich berechtigten, wirtschaftlich berechtigte/r, liste der wirtschaftlich
        berechtigten, name+ vorname des wirtschaftlich berechtigten, vor- und nachname des wirtschaftlich berechtigten,
        nom et prenom du beneficiaire effectif, nom et prenom(s) du beneficiaire effectif, naam en voornaam van de
        uiteindelijke begunstigde, naam van de uiteindelijke begunstigde, naam van de uiteindelijk belanghebbende, full
        name of beneficial owner, full name of the beneficial owner, beneficial owner, beneficial owners, beneficial
        owner(s), ultimate beneficial owner, ultimate
        beneficial owners, ultimate beneficial owner(s), person with significant control, persons with significant
        control, psc, pscs, details of beneficial owners, list of beneficial owners, details of the beneficial owners,
        ubo details, individual beneficial owners, particulars of beneficial owners, details of beneficial owner,
        individual person with significant control, uiteindelijke eigenaar, uiteindelijke eigenaars, uiteindelijke
        eigenaren, uiteindelijk gerechtigde, uiteindelijk gerechtigden, economisch begunstigde, economisch begunstigden,
        economisch gerechtigde, economisch rechthebbende, economisch rechthebbenden, identificatie ubo, identificatie
        van de ubo, identificatie van de ubo's, identiteit van de ubo, overzicht ubo's, lijst van ubo's, geregistreerde
        ubo's, gegevens ubo's, gegevens uiteindelijk belanghebbende, gegevens uiteindelijk belanghebbenden, gegevens van
        de uiteindelijk belanghebbende, gegevens van de uiteindelijk belanghebbende(n), personen met zeggenschap,
        belanghebbende, belanghebbenden, uiteindelijke begunstigde natuurlijke personen, beneficiaires effectifs
        identifies, identite des beneficiaires effectifs, informations sur le beneficiaire effectif, informations sur
        les beneficiaires effectifs, donnees du beneficiaire effectif, coordonnees du beneficiaire effectif,
        beneficiaire ultime, beneficiaires ultimes, beneficiaire economique, beneficiaires economiques, beneficiaire
        reel, beneficiaires reels, proprietaire effectif, proprietaires effectifs, beneficiaires effectifs de la
        societe, beneficiaires effectifs de l'entite, personnes exercant le controle, personne exercant le controle,
        wirtschaftlich berechtigte naturliche personen, wirtschaftlich berechtigte naturliche person, wirtschaftlich
        begunstigter, wirtschaftlich begunstigte, angaben zur wirtschaftlich berechtigten person, angaben zu den
        wirtschaftlich berechtigten personen, angaben zum wirtschaftlichen eigentumer, angaben zu den wirtschaftlichen
        eigentumern, daten des wirtschaftlich berechtigten, identitat der wirtschaftlich berechtigten, identifizierte
        wirtschaftlich berechtigte, gemeldete wirtschaftlich berechtigte, wirtschaftlich berechtigte der gesellschaft,
        wirtschaftlich berechtigte des unternehmens, letztlich berechtigter, letztlich berechtigte, kontrollierende
        person, kontrollierende personen, endbegunstigter, endbegunstigte, beneficial ownership details, identified
        beneficial owners, registered beneficial owners, beneficial owners of the company, beneficial owners of the
        entity, beneficial owner details, beneficial owner information, ultimate beneficiary, ultimate beneficiaries,
        ultimate beneficial ownership, ultimate controlling party, ultimate controlling person, ultimate owners and
        controllers, controllers, controller, individuals with significant control, relevant individuals, identity of
        beneficial owners, identity of the beneficial owner, identity of the beneficial owners, registrable persons,
        active persons with significant control, current persons with significant control, particulars of the beneficial
        owners, ubo information, information on beneficial owners, information on the beneficial owners
    """,
    "shareholders": """
        sole shareholder, enig aandeelhouder, enige aandeelhouder, associe unique, actionnaire unique, alleiniger
        gesellschafter, alleingesellschafter, aandeelhouder, aandeelhouders, vennoten, vennoot, aandeelhoudersregister,
        aandeelhouderschap, aandeelhoudersstructuur, actionnaire, actionnaires, associe, associes, repartition du
        capital, actionnariat, repartition des parts, porteur de parts, structuur van het aandeelhouderschap, verdeling
        van het kapitaal, kapitaalverdeling, repartition du capital social, gesellschafter/in, gesellschafter,
        gesellschafterin, gesellschafterliste, liste der gesellschafter, aktionare, aktionar, anteilseigner,
        shareholder, shareholders, members, member, list of shareholders, register of members, ownership structure,
        shareholder structure, lijst van aandeelhouders, liste des actionnaires, liste des associes,
        aandeelhoudersstructuur van de vennootschap, houders van aandelen, huidige aandeelhouders, overzicht
        aandeelhouders, structure du capital, structure de l'actionnariat, detenteurs de parts, composition du capital,
        actionnaires actuels, aktionarsstruktur, gesellschafterstruktur, beteiligungsverhaltnisse, eigentumsstruktur,
        anteilsinhaber, anteilsinhaberin, anteilseignerstruktur, current shareholders, shareholder details, shareholding
        structure, shareholders' register, share register, capital structure, stockholder, stockholders
    """,
    "function": """
        functie, hoedanigheid, titel, rol, mandaat, fonction, qualite, mandat, role, titre, funktion, stellung,
        eigenschaft, position, capacity, function, title, office held, appointment, mandaattype, functietitel,
        rechtspositie, officer role, type functie, nature du mandat, organstellung, officer type, poste,
        bestuursfunctie, functie / mandaat, functie of mandaat, functie binnen de vennootschap, hoedanigheid / functie,
        aard van het mandaat, aard mandaat, qualite / fonction, fonction exercee, fonction / qualite, fonction dans la
        societe, mandat exerce, nature de la fonction, titre / fonction, en qualite de, organfunktion, amt,
        dienststellung, rolle, rolle im unternehmen, funktion / rolle, funktion im unternehmen, in der funktion als, art
        der vertretung (funktion), role in company, role held, role / function, job title, position held, position in
        company, designation / role, status / role, capacity / role
    """,
    "share": """
        beneficial interest, extent of beneficial interest, percentage of voting rights, percentage of ownership
        interest, percentage aandelen en stemrechten, gehouden percentage, effectief belang, zeggenschap, zeggenschap
        (%), eigendom, eigendomspercentage, stemrecht, droits de vote (%), part de capital, kapital- und
        stimmrechtsanteil, kapitalbeteiligung, equity, equity (%), control, voting rights (%), shares and voting rights,
        omvang belang, omvang van belang, grootte belang, nature of control, nature of the control, nature(s) of
        control, natures of control, modalites du controle, modalite de controle, aard van het belang, art der
        beteiligung, nature du controle, nature de l'interet, aard van de controle, interest (%), shareholding,
        shareholdings, ownership, owned, % owned, percentage owned, shares owned, gehouden aandelen, capital detenu,
        gehaltene anteile, percentage, %, aandeel, belang, aandelenpercentage, percentage aandelen, % aandelen,
        deelneming, deelnemingspercentage, participatie, eigendomsbelang, omvang van het belang, percentage van de
        aandelen, percentage van het kapitaal, kapitaalaandeel, stemrechten, percentage stemrechten, aandeel in het
        kapitaal, aandeel (%), belang (%), percentage (%), aard en omvang van het belang, direct belang, % van het
        kapitaal, economisch belang, percentage belang, aandelenbelang, pourcentage, part, parts, participation,
        pourcentage de detention, part du capital, detention, % du capital, taux de detention, quote-part, pourcentage
        de parts, pourcentage du capital, droits de vote, % detenu, part detenue, parts detenues, part (%), pourcentage
        detenu, pourcentage de participation, etendue de l'interet, interet effectif, parts sociales, % de detention,
        detention du capital, pourcentage des parts, participation (%), participation au capital, pourcentage d'actions,
        anteil, beteiligung, beteiligungsquote, anteil am kapital, kapitalanteil, beteiligung in %, anteil in %,
        stimmrechte, stimmrechtsanteil, anteil (%), beteiligung (%), beteiligungshohe, hohe der beteiligung, umfang der
        beteiligung, geschaftsanteil, umfang des wirtschaftlichen interesses, art und umfang des wirtschaftlichen
        interesses, gehaltener anteil, prozent, quote, share, ownership percentage, share percentage, shareholding
        percentage, percentage of shares, % of shares, ownership interest, interest held, % held, percentage held, %
        ownership, stake, voting rights, ownership (%), share (%), holding, shares held, extent of interest, interest,
        share of capital, percentage of ownership, nature and extent of interest, shares (%), shareholding (%), %
        shareholding, extent of the interest, % share, % shares, percentage ownership, % interest, capital share,
        percentage of shares held, percentage of capital, percentage of share capital, share of ownership, share of the
        capital, share of equity, size of interest, size of shareholding, ownership share, ownership stake, equity
        stake, equity interest, equity held, direct ownership, direct interest, total interest, effective interest,
        effective ownership, economic interest, capital held, capital and voting rights, shares/votes, stake (%), stake
        held, holding (%), holding %, ownership %, interest %, share held, participation percentage, percentage
        interest, degree of ownership, percentage bezit, percentage in bezit, bezit (%), aandelenbezit, belang in %,
        belang %, belang in de vennootschap, aandeel %, aandeel in %, kapitaalbelang, kapitaaldeelname, percentage
        participatie, percentage deelneming, participatie (%), participatiepercentage, omvang van de participatie,
        omvang economisch belang, omvang van het economisch belang, percentage zeggenschap, percentage eigendom,
        gehouden percentage (%), pourcentage de capital, pourcentage du capital detenu, pourcentage de capital detenu,
        pourcentage de participation directe, pourcentage de droits de vote, pourcentage d'interet, pourcentage de
        propriete, taux de participation, taux d'interet effectif, taux de controle, parts sociales detenues,
        participation detenue, participation directe, part dans le capital, part de capital detenue, fraction du
        capital, quotite, quotite detenue, pct, pct., anteile, anteile (%), anteile in %, anteil in prozent,
        anteilshohe, anteilsquote, beteiligung in prozent, beteiligungsanteil, beteiligungsumfang, beteiligung am
        kapital, hohe des anteils, hohe der anteile, umfang des interesses, umfang der kontrolle, kapital- und
        stimmrechte, kapitalquote, eigentumsanteil, wirtschaftliches interesse, kapitalbeteiligung (%)
    """,
}
