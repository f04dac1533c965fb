"""The titles of the papers by which a company is founded, registered, owned and represented; folded, one phrase between
commas."""

from schemas.extraction import DocumentType

COMPANY_PAPERS: dict[DocumentType, str] = {
    "articles_of_association": """
        onderwerp akte: oprichting, onderwerp akte(n): oprichting, onderwerp van de akte: oprichting, objet de l'acte:
        constitution, objet(s) de l'acte: constitution,
        oprichting van een vennootschap, oprichting van een besloten vennootschap, oprichting van een naamloze
        vennootschap, akte houdende statuten, statuten van de vennootschap, authentieke akte oprichting, doorlopende
        tekst van de statuten, akte van statutenwijziging, notulen buitengewone algemene vergadering, statuts de la
        societe, statuts a jour, statuts refondus, projet de statuts, acte de societe, contrat de societe, creation de
        societe, satzung der aktiengesellschaft, gesellschaftsvertrag der gmbh, gesellschaftsvertrag einer gesellschaft,
        grundungsprotokoll, musterprotokoll, notarielle grundung, neufassung der satzung, memorandum of incorporation,
        company constitution, constitutional documents, deed of association, deed of formation, by-laws, bylaws,
        notarial deed of incorporation, articles of organization, statuten, gecoordineerde statuten, oprichtingsakte,
        akte van oprichting, oprichting besloten vennootschap, oprichting naamloze vennootschap, statutenwijziging,
        coordinatie van de statuten, oprichting bv, oprichting nv, statuts, statuts coordonnes, statuts constitutifs,
        acte constitutif, acte de constitution, statuts mis a jour, coordination des statuts, constitution de societe,
        constitution d'une societe, gesellschaftsvertrag, satzung, grundungsurkunde, satzung der gesellschaft,
        errichtung einer gesellschaft, grundung einer gesellschaft, notarielle urkunde grundung, articles of
        association, memorandum of association, memorandum and articles, deed of incorporation, articles of
        incorporation, certificate of formation bylaws, constitution of the company, akte houdende oprichting, statuten
        van de besloten vennootschap, statuten van de naamloze vennootschap, gecoordineerde tekst van de statuten,
        officieuze coordinatie, doorlopende statuten, wijziging van de statuten, statuten zoals gewijzigd, oprichting
        commanditaire vennootschap, oprichting cooperatieve vennootschap, stichtingsakte, statuts de la sarl, statuts de
        la sas, statuts constitutifs de la societe, statuts modifies, acte notarie de constitution, proces-verbal de
        constitution, modification des statuts, satzung der gmbh, satzungsneufassung, gesellschaftsvertrag der
        gesellschaft, errichtung einer gmbh, grundungsvertrag, gesellschaftsstatut, statuten der gesellschaft,
        gesellschaftserrichtung, new articles of association, amended and restated articles, model articles, company
        charter, corporate charter, certificate of formation and bylaws, company bylaws, charter of incorporation
    """,
    "register_extract": """
        handelsregisteramt des kantons, handelsregisteramt kanton, handelsregister b des amtsgerichts, abdruck aus dem
        handelsregister, wiedergabe des aktuellen registerinhalts, extrait du registre - avec radiations eventuelles,
        situation au repertoire sirene, avis de situation au repertoire sirene, avis de situation, auszug mit
        aktuellen daten, auszug mit historischen daten, republik osterreich
        firmenbuch, company printout, companies registration office, business register printout, bedrijvenregister
        uittreksel, auszug aus dem unternehmensregister, extrait du registre des entreprises, firmenbuch auszug,
        kbo-uittreksel, kbo uittreksel, uittreksel uit de kbo, uittreksel uit het register, uittreksel
        rechtspersonenregister, kvk-uittreksel, inschrijving handelsregister, inzage handelsregister, kbo public search,
        bce public search, extrait de la bce, extrait du registre des personnes morales, extrait kbis du, k-bis, extrait
        d'immatriculation au rcs, extrait rne, extrait du repertoire, registre des societes, fiche d'entreprise,
        handelsregister auszug, amtlicher ausdruck, chronologischer auszug, historischer ausdruck, aktueller auszug,
        registerausdruck, handelsregister abteilung b, registerblatt, unternehmensregister, registerauskunft, extract
        from the companies register, extract from the trade register, extract from the business register, certificate of
        good standing and register extract, companies house register, company snapshot, company report companies house,
        certified extract, official extract, extract of registration, extract from the crossroads bank, uittreksel
        register, uittreksel kbo, confirmation statement, registre de commerce et des societes, registre du commerce et
        des societes, uittreksel uit de kruispuntbank, kruispuntbank van ondernemingen, uittreksel kruispuntbank,
        uittreksel handelsregister, uittreksel kamer van koophandel, uittreksel kvk, kvk uittreksel, handelsregister
        uittreksel, business register extract, uittreksel uit het handelsregister, bedrijfsprofiel, gegevens van de
        geregistreerde entiteit, extrait bce, extrait de la banque-carrefour, banque-carrefour des entreprises, extrait
        kbis, extrait k bis, extrait d'immatriculation, extrait du registre du commerce, extrait du registre de
        commerce, extrait rcs, extrait lbis, immatriculation principale au registre du commerce, donnees de l'entite
        enregistree, extrait du registre, handelsregisterauszug, handelsregister b des amtsgerichts, handelsregister a
        des amtsgerichts, handelsregisterausdruck, auszug aus dem handelsregister, aktueller ausdruck, chronologischer
        ausdruck, aktueller abdruck, firmenbuchauszug, registerauszug, auszug aus der zentralen datenbank der
        unternehmen, ausdruck handelsregister, wiedergabe des aktuellen registerinhalts, extract from the register,
        commercial register extract, trade register extract, company register extract, register extract, company
        profile, companies house company profile, current appointments report, extract from the commercial register,
        company information extract, registered entity data, company overview, trade register, extract of the register,
        company details companies house, crossroads bank for enterprises, uittreksel uit het bedrijvenregister,
        uittreksel uit het ondernemingsregister, ondernemingsregister, ondernemingsfiche, bedrijfsfiche, fiche
        onderneming, gegevens van de onderneming, gegevens uit het handelsregister, bewijs van inschrijving
        handelsregister, digitaal uittreksel, extrait d'immatriculation principale, extrait du registre national des
        entreprises, registre national des entreprises, justificatif d'immatriculation, donnees de l'entreprise, fiche
        entreprise, fiche societe, extrait du registre de commerce et des societes, extrait de registre, extrait
        certifie, attestation d'inscription au rne, registerinhalt, handelsregister-auszug, auszug handelsregister,
        beglaubigter auszug, beglaubigter handelsregisterauszug, registerabdruck, firmenregister, firmenauszug,
        hr-auszug, unternehmensregisterauszug, unternehmensdaten, company register information, company registry
        extract, company registry, registry extract, certified register extract, corporate registry extract, current
        company extract, company extract, business registry extract, extract from the company register, company
        information sheet, company search, company search report, business profile, public register extract, entity
        details
    """,
    "certificate_of_incorporation": """
        bewijs van oprichting en inschrijving, bewijs van inschrijving en oprichting, attest van oprichting en
        inschrijving, attestation de constitution et d'inscription, attestation de constitution et d'immatriculation,
        certificat de constitution et d'immatriculation, bescheinigung uber grundung und eintragung, bescheinigung
        uber die grundung und eintragung, certificate of incorporation and registration, certificate of registration
        and incorporation, bewijs van neerlegging en oprichting, bewijs van neerlegging van de oprichtingsakte, bewijs
        van oprichting,
        attest van neerlegging en oprichting, attestation de depot et de constitution, certificat de depot de l'acte
        constitutif,
        attest van neerlegging, attest van neerlegging oprichtingsakte, attestation de depot de l'acte constitutif,
        bekanntmachung einer neueintragung, neueintragung, mitteilung einer neueintragung, notice of new registration,
        bekendmaking van nieuwe inschrijving, confirmation de l'immatriculation, bewijs van registratie, bevestiging van
        inschrijving, inschrijvingsbewijs, bevestiging inschrijving, attest van inschrijving, inschrijvingsattest,
        oprichtingsakte certificaat, verklaring van oprichting, registratiebewijs, certificat d'inscription, certificat
        d'inscription au repertoire sirene, attestation d'inscription, certificat de creation, attestation de
        creation, recepisse de depot de dossier de creation,
        avis d'immatriculation, notification d'immatriculation, certificat d'enregistrement, eintragungsmitteilung,
        mitteilung uber die eintragung, eintragungsnachricht, bestatigung der eintragung, bescheinigung uber die
        eintragung, grundungsurkunde bescheinigung, eintragungsbestatigung, registrierungsbescheinigung,
        registerbescheinigung, handelsregisterbescheinigung, certificate of company registration, certificate of
        registration of company, registration certificate, confirmation of registration, confirmation of incorporation,
        notice of incorporation, certificate of incorporation of a company, certificate of incorporation, certificate of
        registration of a company, certificate of incorporation of a private limited company, certificate of
        incorporation on change of name, certificate of formation, incorporation certificate, certificat
        d'incorporation, certificat de constitution, attestation d'immatriculation, certificat d'immatriculation, attest
        van oprichting, certificaat van oprichting, oprichtingscertificaat, bewijs van oprichting, bewijs van
        inschrijving, oprichtingsattest, grundungsbescheinigung, bescheinigung uber die grundung,
        eintragungsbescheinigung, bescheinigung der grundung, grundungszertifikat, attestation de constitution,
        certificate of good standing, certificate of registration, attest van inschrijving in de kbo, bevestiging van
        oprichting, oprichtingsbewijs, oprichtingscertificaat van de vennootschap, registratiecertificaat,
        registratieattest, attestation de constitution de societe, certificat de formation, certificat de constitution
        de societe, attestation d'enregistrement, attestation d'immatriculation au rcs, certificat d'immatriculation au
        rcs, grundungsbestatigung, grundungsnachweis, grundungszertifikat der gesellschaft, bescheinigung uber die
        errichtung, eintragungsnachweis, bestatigung der registereintragung, bestatigung der gesellschaftsgrundung,
        certificate of establishment, certificate of company incorporation, proof of incorporation, certificate of
        registration as a company, certificate of existence, certificate of legal existence, company registration
        certificate, business registration certificate
    """,
    "ubo_declaration": """
        feststellung des kontrollinhabers, feststellung der kontrollinhaber, erklarung zum kontrollinhaber,
        formular k fur operativ tatige, formulaire k, identification du detenteur du controle,
        constatation du detenteur du controle,
        establishment of the controlling person,
        ubo-formulier, ubo formulier, verklaring ubo, opgave uiteindelijk belanghebbenden, opgave ubo, begunstigden van
        de vennootschap, identificatie van de uiteindelijke begunstigden, ubo-attest, formulaire ubo, attestation ubo,
        extrait du registre des beneficiaires effectifs, liste des beneficiaires effectifs, fiche beneficiaire effectif,
        attestation sur les beneficiaires effectifs, ubo-erklarung, angabe des wirtschaftlich berechtigten, mitteilung
        an das transparenzregister, meldung wirtschaftlich berechtigter, offenlegung der wirtschaftlich berechtigten,
        selbstauskunft wirtschaftlich berechtigter, ubo form, ubo certificate, psc register, register of persons with
        significant control, register of people with significant control, people with significant control, disclosure of
        beneficial owners, beneficial owner certification, declaration of ultimate beneficial owners, confirmation of
        beneficial ownership, statement of beneficial owners, ubo-verklaring, verklaring uiteindelijke begunstigden,
        verklaring van de uiteindelijke begunstigden, ubo-register, ubo register, register van uiteindelijke
        begunstigden, uiteindelijk begunstigden, verklaring uiteindelijk belanghebbenden, uiteindelijk belanghebbenden,
        ubo verklaring, verklaring uiteindelijke begunstigde, uittreksel ubo-register, verklaring inzake uiteindelijke
        begunstigden, uiteindelijke begunstigden, declaration des beneficiaires effectifs, registre des beneficiaires
        effectifs, declaration de beneficiaire effectif, declaration ubo, document relatif au beneficiaire effectif,
        declaration relative aux beneficiaires effectifs, extrait du registre ubo, registre ubo, declaration du
        beneficiaire effectif, attestation de beneficiaires effectifs, beneficiaires effectifs, identification des
        beneficiaires effectifs, erklarung zum wirtschaftlich berechtigten, wirtschaftlich berechtigte,
        transparenzregister, erklarung uber wirtschaftlich berechtigte, angaben zu wirtschaftlich berechtigten, auszug
        aus dem transparenzregister, erklarung der wirtschaftlich berechtigten, feststellung des wirtschaftlich
        berechtigten, ubo declaration, declaration of beneficial ownership, beneficial ownership declaration, beneficial
        owner declaration, declaration of beneficial owners, register of beneficial owners, beneficial ownership
        register, ubo statement, statement of beneficial ownership, ultimate beneficial owner, ultimate beneficial
        owners, persons with significant control, beneficial ownership form, certification of beneficial owners,
        erklaerung zum wirtschaftlich berechtigten, beneficial ownership, verklaring uiteindelijke belanghebbende,
        verklaring van uiteindelijk belanghebbende, opgaaf uiteindelijk belanghebbende, opgaaf ubo,
        identificatieformulier ubo, ubo-opgave, ubo-opgaaf, uittreksel uit het ubo-register, ubo-uittreksel, overzicht
        ubo, verklaring over de begunstigde eigenaar, verklaring economisch gerechtigde, declaration du beneficiaire
        economique, declaration de l'ayant droit economique, identification du beneficiaire effectif, formulaire de
        declaration des beneficiaires, extrait rbe, liste des ubo, annexe beneficiaires effectifs, attestation relative
        aux beneficiaires effectifs, formulaire beneficiaire effectif, erklarung des wirtschaftlich berechtigten,
        wirtschaftlich-berechtigten-erklarung, erklarung zu den wirtschaftlich berechtigten, bestatigung der
        wirtschaftlich berechtigten, formblatt wirtschaftlich berechtigter, identifizierung des wirtschaftlich
        berechtigten, auszug transparenzregister, register der wirtschaftlichen eigentumer, wirtschaftlicher eigentumer,
        wirtschaftliche eigentumer, meldung der wirtschaftlichen eigentumer, ubo-meldung, ubo declaration form, ubo
        identification form, statement of ultimate beneficial ownership, ultimate beneficial ownership, certificate of
        beneficial ownership, extract from the register of beneficial owners, beneficial owner form, declaration of
        ultimate beneficial ownership, beneficial ownership information, ownership declaration, ownership and control
        declaration
    """,
    "annual_accounts": """
        jaarrekening en andere neer te leggen documenten, neerlegging jaarrekening, micromodel jaarrekening, volledig
        schema, financieel verslag, jaarstukken, jaarcijfers, publicatiestukken, geconsolideerde jaarrekening, balans en
        resultatenrekening, comptes annuels et annexe, comptes annuels et autres documents, etats financiers, comptes
        consolides, rapport de gestion, bilan et annexe, jahresabschluss zum, jahresbericht, lagebericht, bilanz und
        gewinn- und verlustrechnung, konzernabschluss, abschluss zum, annual report, annual report and accounts, annual
        report and unaudited financial statements, report and accounts, report and financial statements, consolidated
        financial statements, total exemption accounts, dormant accounts, directors report and accounts, abbreviated
        accounts, jaarrekening, jaarrekening en andere, verkort schema jaarrekening, comptes annuels, bilan et compte de
        resultat, jahresabschluss, annual accounts, financial statements, balance sheet, annual report and financial
        statements, unaudited financial statements, abridged accounts, micro-entity accounts, jaarverslag, rapport
        annuel, geschaftsbericht, bilan, bilanz zum, comptes sociaux, statutory accounts, filleted accounts,
        resultatenrekening, liasse fiscale, directors' report and financial statements, balans na winstverdeling,
        bilanz, report and unaudited accounts, unaudited accounts, audited accounts, audited financial statements,
        annual financial statements, annual financial report, statutory financial statements, company accounts, year-end
        accounts, directors' report and accounts, strategic report directors' report and financial statements, abridged
        financial statements, filleted financial statements, filleted unaudited accounts, statement of financial
        position, full accounts, enkelvoudige jaarrekening, jaarrekening in euro, verkorte jaarrekening, volledige
        jaarrekening, jaarrekening over het boekjaar, jaarverslag en jaarrekening, financiele overzichten, balans per,
        jaarrapport, comptes annuels en euros, comptes annuels abreges, comptes annuels simplifies, comptes de
        l'exercice, bilan simplifie, bilan comptable, bilan actif, etats financiers annuels, rapport financier,
        jahresabschlussbericht, jahresrechnung zum, jahresabschluss nebst anhang, verkurzter jahresabschluss,
        einzelabschluss, finanzbericht, bilanz und guv, handelsbilanz
    """,
    "power_of_attorney": """
        authority to act, authority to represent, authority to sign, mandate to act, vertretungsbefugnis erteilung,
        machtiging tot vertegenwoordiging, machtiging om op te treden, pouvoir de representation, pouvoir de signature,
        delegation de signature, zeichnungsvollmacht, signing authority, volmacht tot vertegenwoordiging,
        volmachtverlening, verklaring van volmacht, delegatie van bevoegdheden, bankvolmacht, delegation de pouvoirs,
        delegation de pouvoir, procuration bancaire, procuration sous seing prive, mandat de representation,
        vollmachtsurkunde, bevollmachtigung, kontovollmacht, einzelvollmacht, prokuraerteilung, vertretungsvollmacht,
        deed of power of attorney, corporate power of attorney, letter of authorisation, letter of authorization,
        authorisation to act, mandate letter, volmacht, bijzondere volmacht, algemene volmacht, procuration, procuration
        speciale, procuration generale, vollmacht, generalvollmacht, spezialvollmacht, power of attorney, mandat
        special, special power of attorney, general power of attorney, handelsvollmacht, lettre de procuration,
        bankvollmacht, notariele volmacht, pouvoir special, lasting power of attorney, letter of authority, limited
        power of attorney, volmacht verlenen, onderhandse volmacht, lastgevingsovereenkomst, lastgeving,
        machtigingsformulier, volmachtformulier, machtiging derden, schriftelijke volmacht, procuration authentique,
        procuration notariee, pouvoir general, donation de pouvoir, lettre de pouvoir, mandat general, formulaire de
        procuration, formulaire de mandat, vollmachtserteilung, untervollmacht, notarielle vollmacht, allgemeine
        vollmacht, besondere vollmacht, vollmacht zur vertretung, vollmachtsformular, gesellschaftervollmacht,
        bevollmachtigung zur vertretung, third party mandate, general authority, signatory authority, letter of
        attorney, grant of power of attorney, corporate mandate, company mandate, appointment of attorney
    """,
}
