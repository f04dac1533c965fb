"""Health, learning, associations and the state."""

from domain.mcc.vocabulary import InWords, Vocabulary

HEALTH_AND_SOCIETY: Vocabulary = {
    "0742": InWords(  # Veterinary services
        "veterinary, veterinarian, vet, animal clinic, animal hospital",
        "dierenarts*, veterinair*, dierenkliniek*",
        "vétérinaire*",
        "tierarzt*, tierklinik*, veterinär*, tierärzt*",
    ),
    "8011": InWords(  # Doctors and physicians – not elsewhere classified
        "general practitioner, doctor, medical practice, physician, specialist medical, dermatolog*, general "
        "medical, clinic, outpatient",
        "huisarts*, arts, artsenpraktijk*, dokter*, huisartsen*, dagbehandelingscentrum*, polikliniek*, medisch "
        "specialist*",
        "médecin*, médecine générale, cabinet médical, pratique médicale, activité des médecins, centre médical",
        "arztpraxis*, hausarzt*, ärzte*, facharzt*, arzt, allgemeinmedizin*, poliklinik*",
    ),
    "8021": InWords(  # Dentists and orthodontists
        "dentist*, dental practice, orthodontist*, dental care, dental",
        "tandarts*, orthodont*, tandheelkund*",
        "dentiste*, orthodont*, cabinet dentaire, pratique dentaire",
        "zahnarzt*, zahnärzt*, kieferorthopäd*",
    ),
    "8041": InWords(  # Chiropractors
        "chiropractor, chiropractic",
        "chiropract*",
        "chiropract*, chiropraxie",
        "chiropraktik*, chiropraktor*",
    ),
    "8049": InWords(  # Podiatrists and chiropodists
        "podiatrist*, chiropodist*, foot care",
        "podolo*, pedicure*, voetverzorging*",
        "podologue*, pédicure*",
        "podolog*, fußpflege*",
    ),
    "8050": InWords(  # Nursing and personal care facilities
        "nursing home, home care, care home, residential care, residential nursing, elderly care",
        "woonzorg*, thuisverpleging*, verpleeghuis*, rusthuis*, thuiszorg*, verzorgingstehui*, huisvesting+ouderen",
        "maison de repos, soins à domicile, ehpad, hébergement médicalisé, hébergement+personnes âgées, soins "
        "infirmiers",
        "pflegeheim*, pflegedienst*, altenheim*, altenpflege*, seniorenheim*, seniorenpflege*, tagespflege*",
    ),
    "8062": InWords(  # Hospitals
        "hospital",
        "ziekenhuis*, ziekenhuizen*",
        "hôpital, hôpitaux, hospitali*",
        "krankenhaus*, krankenhäuser*, klinikum",
    ),
    "8071": InWords(  # Medical and dental laboratories
        "medical laboratory, diagnostic imaging, blood test, dental laboratory",
        "medisch laborator*, klinisch lab*, bloedanalyse*, tandtechnisch*",
        "laboratoire d'analyses, laboratoire médical, laboratoire dentaire",
        "medizinisches labor, dentallabor*, labordiagnostik*",
    ),
    "8099": InWords(  # Medical services and health practitioners – not elsewhere classified
        "physiotherap*, physical therapy, psycholog*, osteopath*, health practitioner, midwife, human health, "
        "speech therap*, ambulatory health, acupunct*, audiologist",
        "kinesist*, kinesitherap*, fysiotherap*, psycholo*, logoped*, vroedvrouw*, gezondheidszorg, paramedisch*, "
        "acupunctu*, audiolo*",
        "kinésithérap*, psycholo*, orthophonist*, sage femme, santé humaine, ostéopath*, acupunct*, audiolog*",
        "physiotherap*, krankengymnast*, psychotherap*, heilpraktik*, logopäd*, hebamme*, gesundheitswesen, "
        "akupunktur*, audiolog*",
    ),
    "8211": InWords(  # Elementary and secondary schools
        "primary school, secondary school, elementary school, primary education, secondary education",
        "basisschool*, middelbare school, basisonderwijs*, lager onderwijs, secundair onderwijs, voortgezet onderwijs",
        "école primaire, école secondaire, enseignement primaire, enseignement secondaire, lycée*, collège*",
        "grundschule*, gymnasium*, weiterführende schule*, realschule*",
    ),
    "8220": InWords(  # Colleges, universities, professional schools and junior colleges
        "university, college, tertiary education, higher education",
        "universiteit*, hogeschool*, hoger onderwijs",
        "université*, haute école, enseignement supérieur",
        "universität*, hochschule*, tertiärer unterricht",
    ),
    "8241": InWords(  # Correspondence schools
        "distance learning, online course, correspondence school, e learning",
        "afstandsonderwijs*, online cursus*, e learning, online cursussen",
        "cours en ligne, enseignement à distance, e learning, formation en ligne",
        "fernschule*, fernstudium*, online kurs*, onlinekurs*, e learning",
    ),
    "8244": InWords(  # Business and secretarial schools
        "business school, secretarial school",
        "businessschool*, handelsschool*, secretariaatsopleid*",
        "école de commerce, école de gestion, école de secrétariat",
        "handelsschule*, wirtschaftsschule*, sekretariatsschule*",
    ),
    "8249": InWords(  # Trade and vocational schools
        "vocational, trade school, vocational training, technical and vocational",
        "beroepsonderwijs*, beroepsopleiding*, vakschool*, technisch onderwijs",
        "formation professionnelle, enseignement technique, école professionnelle",
        "berufsschule*, berufsbildung*, berufsausbildung*, fachschule*",
    ),
    "8299": InWords(  # Schools and educational services – not elsewhere classified
        "driving school, language school, language course, tutoring, training course, music school, cultural "
        "education, courses, coaching, training, education*, instruction, fine arts school",
        "rijschool*, taalschool*, bijles*, taalcursus*, muziekschool*, cursus*, opleiding*, onderwijs, "
        "autorijschool*, vorming",
        "auto école*, école de langues, cours particuliers, cours de langues, formation*, enseignement*, école de "
        "musique, école de conduite",
        "fahrschule*, sprachschule*, nachhilfe*, sprachkurs*, musikschule*, weiterbildung*, unterricht, schulung*, "
        "fahr und flugschulen, kulturunterricht",
    ),
    "8351": InWords(  # Child care services
        "child care, childcare, day care, nursery school, kindergarten, child day care, pre primary, creche",
        "kinderdagverblijf*, kinderopvang*, crèche*, kleuter*, onthaalouder*",
        "crèche*, garderie*, garde d'enfants, accueil d'enfants, accueil de jeunes enfants, enseignement pré "
        "primaire, maternelle*",
        "kindertagesstätte*, kita, kindergarten, tagesmutter*, kinderbetreuung*, tagesbetreuung+kinder*, kindergärten",
    ),
    "8398": InWords(  # Charitable and social service organizations
        "charity, charitable, fundraising, donation, humanitarian, social work, non profit, ngo, foundation, "
        "nonprofit, non governmental organi*",
        "goed doel, goede doelen, liefdadigheid*, geld inzamelt, donatie*, maatschappelijke dienstverlening, "
        "sociale dienst*, ngo, stichting, non profit*",
        "caritati*, collecte de fonds, dons, humanitaire*, action sociale, association caritative, fondation*, "
        "organisation non gouvernementale, ong, bienfaisance",
        "wohltätig*, spenden*, gemeinnützig*, hilfsorganisation*, sozialwesen*, soziale betreuung, stiftung*, "
        "nichtregierungsorganisation*, ngo, wohlfahrt*",
    ),
    "8641": InWords(  # Civic, social and fraternal associations
        "civic, fraternal, social organization, community association",
        "burgerlijke vereniging*, buurtvereniging*, sociale vereniging*",
        "association civique, association sociale, comité des fêtes",
        "bürgerverein*, heimatverein*, studentenverbindung*",
    ),
    "8651": InWords(  # Political organizations
        "political party, political organi*",
        "politieke partij*, politieke organisatie*, politieke",
        "parti politique, organisations politiques, politique",
        "politische partei*, politische vereinigung*, parteien",
    ),
    "8661": InWords(  # Religious organizations
        "church, parish, religious organi*, mosque, synagogue, religious, place of worship",
        "kerk, kerkfabriek*, parochie*, moskee*, religieuze, levensbeschouwelijke, gebedshuis*",
        "église*, paroisse*, mosquée*, organisations religieuses, culte, religieu*, lieu de culte",
        "kirche*, kirchengemeinde*, moschee*, religiöse, religionsgemeinschaft*, andachtsst*, glaubensgemeinschaft*",
    ),
    "8699": InWords(  # Membership organization – not elsewhere classified
        "trade union, professional membership, membership organi*, business association, employers membership, "
        "alumni association",
        "vakbond*, vakvereniging*, beroepsorganisatie*, werkgeversorganisatie*, ledenorganisatie*, vereniging*, "
        "vakorganisatie*",
        "syndicat*, organisations patronales, organisations professionnelles, ordre professionnel, organisations "
        "associatives, ~association*",
        "gewerkschaft*, berufsverband*, arbeitgeberverb*, wirtschaftsverb*, berufsorganisation*, "
        "arbeitnehmervereinigung*, interessenvertretung*",
    ),
    "9211": InWords(  # Court costs, including alimony and child support
        "court of law, courts, tribunal",
        "rechtbank*, gerecht, justitie",
        "tribunal, tribunaux, justice",
        "gerichte, gericht, rechtspflege, justiz",
    ),
    "9399": InWords(  # Government services – not elsewhere classified
        "public administration, municipality, government service, foreign affairs, defence activities",
        "openbaar bestuur, gemeente, overheid*, buitenlandse zaken",
        "administration publique, commune, affaires étrangères",
        "öffentliche verwaltung, behörde*, gemeindeverwaltung*, auswärtige angelegenheiten",
    ),
    "9402": InWords(  # Postal services – government only
        "postal service, post office",
        "postkantoor*, postbedrijf",
        "bureau de poste, services postaux",
        "postamt*, postfiliale*",
    ),
}
