"""Leisure, sport and culture."""

from domain.mcc.vocabulary import InWords, Vocabulary

LEISURE: Vocabulary = {
    "7832": InWords(  # Motion picture theatres
        "cinema, movie theater, motion picture projection, movie theatre, motion picture theater",
        "bioscoop*, bioscopen, cinema*, vertoning+films",
        "cinéma*, projection de films, salles de cinéma",
        "kino*, lichtspieltheater*, filmtheater*",
    ),
    "7841": InWords(  # Video tape rentals
        "video rental, dvd rental, rental+video",
        "videotheek*, verhuur+video*, dvd verhuur",
        "location de vidéo*, location+dvd, vidéoclub*",
        "videothek*, videoverleih*",
    ),
    "7911": InWords(  # Dance halls, studios and schools
        "dance school, dance studio, dance hall, ballet school, dance lesson, ~dance",
        "dansschool*, dansstudio*, danslessen, balletschool*, danszaal*",
        "école de danse, cours de danse, ~danse",
        "tanzschule*, tanzstudio*, ballettschule*, tanzkurs*, tanzsaal*",
    ),
    "7922": InWords(  # Theatrical producers (except motion pictures) and ticket agencies
        "theatre, theater company, ticket agency, concert ticket, ticket sales, ticketing, performing art, stage "
        "production, dance company, ticket seller",
        "theater*, ticketverkoop*, concerttickets, podiumkunst*, schouwburg*",
        "théâtre*, billetterie*, spectacle*, arts du spectacle, vente de billets",
        "theater*, eintrittskarten*, konzertkarten*, ticketverkauf*, darstellende kunst, darstellenden kunst",
    ),
    "7929": InWords(  # Bands, orchestras and miscellaneous entertainers – not elsewhere classified
        "band, orchestra, musician, entertainer, dj, musical group",
        "orkest*, muzikant*, muziekgroep*, dj, kunstenaars",
        "orchestre*, musicien*, groupe de musique, dj, artiste*",
        "orchester*, musiker*, musikgruppe*, dj, künstler*",
    ),
    "7932": InWords(  # Billiard and pool establishments
        "billiard, snooker, pool hall",
        "biljart*, snooker*",
        "billard*, snooker",
        "billard*, snooker*",
    ),
    "7933": InWords(  # Bowling alleys
        "bowling",
        "bowling*",
        "bowling*, quilles",
        "bowling*, kegelbahn*",
    ),
    "7941": InWords(  # Commercial sports, professional sports clubs, athletic fields and sports promoters
        "sports club, football club, sports stadium, athletic field, sports facility, sports team, professional sport",
        "sportclub*, voetbalclub*, sportaccommodatie*, stadion*, sportvereniging*",
        "club de sport, club de football, installations sportives, stade*, clubs sportifs",
        "sportverein*, fußballverein*, sportanlage*, stadion*, sportstätte*",
    ),
    "7991": InWords(  # Tourist attractions and exhibits
        "museum, tourist attraction, exhibition, historical site, exposition",
        "museum, musea, toeristische attractie*, bezienswaardigheid*, monumenten, expo",
        "musée*, attraction touristique, sites historiques, monuments, exposition*",
        "museum, museen, sehenswürdigkeit*, ausstellung*, messezentrum*",
    ),
    "7992": InWords(  # Public golf courses
        "golf course",
        "golfbaan*, golfterrein*",
        "terrain de golf, parcours de golf",
        "golfplatz*, golfplätze*",
    ),
    "7994": InWords(  # Video game arcades and establishments
        "arcade, video game arcade, amusement arcade",
        "speelhal*, lunapark*, gamehal*",
        "salle d'arcade, salle de jeux",
        "spielhalle*, spielothek*",
    ),
    "7995": InWords(  # Betting, including lottery tickets, casino gaming chips, off-track betting and wagers …
        "casino, betting, gambling, lottery, sportsbook, bookmaker, poker, slot machine, bingo, wager*",
        "casino*, gokken, gok*, kansspel*, loterij*, weddenschap*, sportweddenschap*, wedden, bookmaker*",
        "casino*, paris sportifs, jeux de hasard, loterie*, jeux d'argent, machines à sous",
        "casino*, *casino, sportwetten*, glücksspiel*, lotterie*, wettbüro*, spielbank*, wettwesen, lotto*",
    ),
    "7996": InWords(  # Amusement parks, circuses, carnivals and fortune tellers
        "amusement park, theme park, circus, carnival, fortune teller, funfair, water park, waterpark",
        "pretpark*, attractiepark*, circus*, kermis*, themapark*, waterpretpark*",
        "parc d'attractions, cirque*, fête foraine, parc à thème, parcs à thèmes, parc aquatique",
        "freizeitpark*, vergnügungspark*, zirkus*, themenpark*, jahrmarkt*, erlebnisbad*",
    ),
    "7997": InWords(  # Membership clubs (sports, recreation, athletic), country clubs and private golf courses
        "gym, fitness, health club, tennis club, golf club, country club, personal train*, yoga, crossfit, sport "
        "club membership",
        "fitness*, sportschool*, tennisclub*, golfclub*, yoga*, fitnesscentr*",
        "salle de sport, fitness*, club de tennis, club de golf, yoga, salle de musculation, centres de culture "
        "physique",
        "fitness*, fitnessstudio*, tennisclub*, golfclub*, yoga*, sportstudio*",
    ),
    "7998": InWords(  # Aquariums, seaquariums and dolphinariums
        "aquarium, zoo, dolphinarium, zoological garden, botanical",
        "dierentuin*, zoo, aquarium, botanische tuin*, dierenpark*",
        "zoo, aquarium, jardin zoologique, parc animalier, jardins botaniques",
        "zoo, tierpark*, aquarium, botanische*, zoologische gärten",
    ),
    "7999": InWords(  # Recreation services – not elsewhere classified
        "escape room, riding school, recreation*, swimming lesson, ski lesson, sports lesson, paintball, climbing "
        "hall, sports and recreation, sports rental, karaoke, minigolf, miniature golf, horse riding, trampoline "
        "park, tour guide",
        "escape room*, manege*, recreatie*, ontspanning*, klimzaal*, sportles*, zwemles*, karaoke*, minigolf*, "
        "paardrij*, trampoline*, escaperoom*, gids",
        "escape game, équitation, loisirs, récréati*, escalade, activités de loisirs, karaoké, minigolf, équestre*, "
        "trampoline*",
        "escape room*, reitschule*, freizeit*, kletterhalle*, sportunterricht*, erholung*, unterhaltung, karaoke*, "
        "minigolf*, reitanlage*, reitstall*, trampolin*, fremdenführer*",
    ),
}
