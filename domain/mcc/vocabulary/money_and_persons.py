"""Money, lodging, law and what is done for persons."""

from domain.mcc.vocabulary import InWords, Vocabulary

MONEY_AND_PERSONS: Vocabulary = {
    "4829": InWords(  # Wire transfers and money orders
        "money transfer, remittance, wire transfer, send money",
        "geldtransfer*, geld overmaken, geld versturen",
        "transfert d'argent, envoi d'argent",
        "geldtransfer*, geldüberweisung*, geld senden",
    ),
    "5967": InWords(  # Direct marketing – inbound telemarketing merchants
        "adult content, adult video, adult film, adult webcam, webcams+adult, erotic, porn*, adult entertainment, "
        "xxx, adult website, live cam, sex shop, erotic shop",
        "erotisch*, erotiek*, porno*, seks*, webcamseks*, films voor volwassenen, sekswinkel*, seksshop*",
        "érotique*, vidéos pour adultes, contenu pour adultes, porno*, films pour adultes, sex shop",
        "erotik*, porno*, sexcam*, livecams, inhalte für erwachsene, filme für erwachsene, sexshop*",
    ),
    "6012": InWords(  # Financial institutions – merchandise and services
        "bank, credit institution, lending, consumer credit, loan, credit granting, mortgage",
        "bank, bankdiensten, krediet*, lening*, kredietinstelling*, hypotheek*, bankwezen",
        "banque*, crédit*, prêts, établissement de crédit",
        "bank, ~banken, bankhaus*, bankgeschäft*, kredit*, darlehen*, kreditinstitut*, zentralbank*",
    ),
    "6051": InWords(  # Non-financial institutions – foreign currency, money orders (not wire transfer), scrip …
        "bitcoin, crypto, cryptocurrency, currency exchange, foreign exchange bureau, bureau de change, "
        "cryptocurrency exchange, travellers cheque",
        "bitcoin*, cryptomunt*, cryptovaluta*, crypto, wisselkantoor*",
        "bitcoin*, cryptomonnaie*, crypto, bureau de change, cryptoactif*",
        "bitcoin*, kryptowährung*, krypto, wechselstube*, kryptobörse*",
    ),
    "6211": InWords(  # Securities – brokers and dealers
        "forex, cfd, share trading, stock broker*, online broker*, securities, investment platform, etf, trading "
        "platform, commodity contract, fund management, investment bank*, asset management",
        "effecten*, beursmakelaar*, beleggen, beleggings*, aandelen, vermogensbeheer*",
        "courtage+actions, courtage en ligne, bourse, valeurs mobilières, gestion de portefeuille, gestion de "
        "fonds, placements",
        "wertpapier*, aktien*, online broker*, börsenmakler*, vermögensverwalt*, fondsmanagement, etfs, effekten*",
    ),
    "6300": InWords(  # Insurance sales, underwriting and premiums
        "insurance, insurer, reinsurance, insurance broker*, underwriting, pension fund",
        "verzekering*, levensverzekering*, verzekeringsmakelaar*, herverzekering*, pensioenfonds*",
        "assurance*, courtier en assurances, réassurance*, mutuelle*",
        "versicherung*, lebensversicherung*, *versicherung, rückversicherung*, versicherungsmakler*",
    ),
    "6513": InWords(  # Real Estate Agents and Managers
        "real estate, estate agent, property management, letting, realtor, house rental, rental of apartments",
        "vastgoed*, immobiliën*, makelaarskantoor*, onroerend goed, verhuur van woningen, vastgoedmakelaar*, "
        "syndicus*, huizen",
        "immobili*, agence immobilière, gestion immobilière, syndic, location de logements",
        "immobilien*, hausverwaltung*, grundstück*, wohnungsvermietung*, maklerbüro*, wohnungen",
    ),
    "7011": InWords(  # Lodging – hotels, motels and resorts
        "hotel, motel, bed and breakfast, guest house, resort, hostel, lodging, short stay accommodation, holiday "
        "accommodation, accommodation",
        "hotel*, gastenkamer*, vakantiewoning*, hostel*, logies*, vakantieverblijf*, vakantiehuis*, overnachting*, "
        "jeugdherberg*",
        "hôtel*, chambres d'hôtes, auberge de jeunesse, gîte*, hébergement touristique, hébergement",
        "hotel*, pension*, ferienwohnung*, gästehaus*, beherbergung*, ferienunterk*, herberge*, jugendherberge*",
    ),
    "7012": InWords(  # Timeshares
        "timeshare, time share",
        "timeshare*, deeltijds eigendom",
        "multipropriété, temps partagé, timeshare",
        "timeshar*, teilzeitwohnrecht*",
    ),
    "7032": InWords(  # Sporting and recreational camps
        "summer camp, recreational camp, sports camp",
        "zomerkamp*, vakantiekamp*, sportkamp*",
        "colonie de vacances, camp de vacances, camp sportif",
        "ferienlager*, sommercamp*, feriencamp*",
    ),
    "7033": InWords(  # Trailer parks and camp-sites
        "campsite, camp site, campground, caravan park, camping, trailer park",
        "camping*, kampeer*, kampeerterrein*, stacaravan*, caravanpark*",
        "camping*, terrain de camping, caravaning, caravanes",
        "campingplatz*, campingplätze*, stellplatz*, wohnmobilstellpl*, zeltplatz*",
    ),
    "7221": InWords(  # Photographic studios
        "photographer, photo studio, portrait photography, wedding photographer, photograph*",
        "fotograaf*, fotostudio*, fotografie*",
        "photographe*, studio photo, photographi*",
        "fotograf*, fotostudio*",
    ),
    "7230": InWords(  # Beauty and barber shops
        "hairdress*, hair salon, barber, beauty salon, haircut, nail, hair, beauty treatment, nail salon, tattoo*, "
        "piercing",
        "kapper*, kapsalon*, schoonheidssalon*, barbier*, nagelstudio*, haarverzorging*, schoonheidsverzorging*, "
        "schoonheidsinstituut*, tattoo*, piercing*",
        "coiffure*, coiffeur*, coiffeuse*, institut de beauté, barbier*, ongles, soins de beauté, salon de beauté, "
        "tatou*, tatouage*, piercing*",
        "friseur*, frisör*, kosmetikstudio*, kosmetiksalon*, barbershop*, nagelstudio*, schönheitssalon*, tattoo*, "
        "tätowier*, piercing*",
    ),
    "7261": InWords(  # Funeral services and crematoriums
        "funeral, undertaker, cremator*, burial",
        "uitvaart*, begrafenis*, crematori*, begraaf*",
        "pompes funèbres, funéraire*, crématorium*, funérailles",
        "bestattung*, bestatter*, krematori*, beerdigung*",
    ),
    "7273": InWords(  # Dating and escort services
        "dating, matchmaking, escort, dating site",
        "dating*, datingsite*, relatiebemiddeling*, escort*",
        "rencontres en ligne, site de rencontre*, agence matrimoniale, escorte*, rencontres",
        "partnervermittlung*, singlebörse*, dating*, partnersuche*, escort*",
    ),
    "7276": InWords(  # Tax preparation services
        "tax preparation, tax return, tax consult*, tax adviser, tax advice",
        "belastingaangifte*, belastingadvies*, belastingconsulent*, fiscaal advies, belastingsadvi*, "
        "belastingadviseur*",
        "déclaration fiscale, conseil fiscal, fiscaliste*, conseiller fiscal",
        "steuererklärung*, lohnsteuerhilfe*, ~steuerberat*, steuerberatung*",
    ),
    "7277": InWords(  # Counselling services – debt, marriage and personal
        "counselling, marriage counsel*, debt advice",
        "relatietherapie*, schuldhulp*, gezinstherap*",
        "conseil conjugal, médiation de dettes, thérapie de couple",
        "eheberatung*, schuldnerberatung*, paarberatung*",
    ),
    "7296": InWords(  # Clothing rentals – costumes, uniforms and formal wear
        "costume rental, suit hire, dress hire, rental+clothing, rental+costume",
        "kostuumverhuur*, kledingverhuur*, verhuur+kostuum*",
        "location de costumes, location+vêtements",
        "kostümverleih*, kleiderverleih*",
    ),
    "7297": InWords(  # Massage parlours
        "massage, thai massage, massage parlour",
        "massage*, massagesalon*",
        "massage*, salon de massage",
        "massage*, *massage, massagesalon*",
    ),
    "7298": InWords(  # Health and beauty spas
        "spa, wellness, sauna, hammam, day spa, tanning, physical well being, bath house, public bath",
        "wellness*, sauna*, spa, zonnebank*, thermen, lichamelijk welzijn, badhuis*",
        "spa, sauna, bien être, hammam, thalasso*, bronzage, entretien corporel, bains publics, bain",
        "wellness*, sauna*, spa, solarium*, thermal*, bäder, sonnenstudio*",
    ),
    "7321": InWords(  # Consumer credit reporting agencies
        "credit report*, credit bureau, credit reference",
        "kredietinformatie*, kredietregistratie*",
        "renseignements commerciaux, information crédit, rapports de solvabilité",
        "wirtschaftsauskunft*, auskunftei*, bonitäts*",
    ),
    "7322": InWords(  # Debt collection agencies
        "debt collection, debt collector, collection agency, debt recovery, unpaid invoice",
        "incasso*, schuldinvordering*, openstaande facturen",
        "recouvrement de créances, société de recouvrement, factures impayées, recouvrement",
        "inkasso*, forderungsmanagement, offene forderungen",
    ),
    "8111": InWords(  # Legal services and attorneys
        "lawyer, law firm, attorney, solicitor, legal service, legal advice, legal",
        "advocaat*, advocaten*, juridisch*, rechtskundig*, rechtsbijstand*",
        "avocat*, cabinet d'avocats, juridique*, conseil juridique",
        "rechtsanwalt*, rechtsanwält*, kanzlei*, rechtsberatung*, anwalts*",
    ),
}
