"""Other goods that shops sell to consumers."""

from domain.mcc.vocabulary import InWords, Vocabulary

SHOPS: Vocabulary = {
    "4812": InWords(  # Telecommunication equipment and telephone sales
        "mobile phone shop, telephone equipment, telecommunications equipment, smartphone, mobile phone",
        "gsm winkel*, telefoonwinkel*, smartphones, telecommunicatieapparat*, mobiele telefoons, mobieletelefoon*",
        "téléphones mobiles, téléphonie mobile, matériels de télécommunication*, smartphones",
        "handyshop*, smartphones, telekommunikationsgerät*, mobiltelefone*, mobiltelefon*, handy*",
    ),
    "5311": InWords(  # Department stores
        "department store, non specialised store",
        "warenhuis*, warenhuizen, niet gespecialiseerde winkels",
        "grand magasin, magasin non spécialisé, ~grande surface",
        "kaufhaus*, kaufhäuser*, warenhäuser*, waren verschiedener art",
    ),
    "5723": InWords(  # Gun and ammunition shops
        "firearm, gun shop, ammunition, rifle, shotgun, hunting rifle, gun and ammunition, weapon shop, weapon",
        "vuurwapen*, wapenwinkel*, wapenhandel*, munitie*, jachtwapens, wapens",
        "armurerie*, armurier*, armes à feu, munitions, armes de chasse, magasin d'armes",
        "schusswaffen*, waffenhandel*, waffengeschäft*, munition*, jagdwaffen*, waffen*",
    ),
    "5732": InWords(  # Electronics shops
        "electronics, television, audio equipment, hifi, gadget, video equipment, consumer electronics",
        "elektronica*, elektrozaak*, televisie*, audio en videoapparatuur, consumentenelektronica*",
        "électronique grand public, appareils électroniques, matériels audio, hifi, électronique",
        "unterhaltungselektronik*, elektronik*, elektronikmarkt*, fernseher*",
    ),
    "5733": InWords(  # Music shops – musical instruments, pianos and sheet music
        "musical instrument, piano, guitar, sheet music",
        "muziekinstrument*, piano*, gitaren, gitaar*",
        "instruments de musique, pianos, guitares",
        "musikinstrument*, klavier*, gitarren*, musikalien",
    ),
    "5734": InWords(  # Computer software outlets
        "computer shop, computer store, software store, software licence, laptop, computer hardware, peripheral, "
        "~computer, ~saas",
        "computerwinkel*, laptops, randapparatuur, softwarelicenti*, ~computer*",
        "ordinateur*, magasin informatique, logiciels+vente, périphériques",
        "computerladen, computergeschäft*, datenverarbeitungsgeräte*, notebooks, ~computer*",
    ),
    "5735": InWords(  # Record shops
        "record shop, vinyl record, cds, music and video recording, video store, dvd",
        "platenzaak, platenwinkel*, vinylplaten, dvd",
        "disquaire*, disques vinyles, enregistrements musicaux, dvd",
        "schallplatten*, plattenladen, tonträger*, dvd",
    ),
    "5912": InWords(  # Drug stores and pharmacies
        "pharmacy, pharmacist, drug store, drugstore, dispensing chemist, prescription medicine",
        "apotheek, *apotheek, apotheken, apotheker*, geneesmiddel*",
        "pharmacie, pharmacien*, produits pharmaceutiques, médicaments, ~parapharmacie",
        "apotheke*, *apotheke, arzneimittel*, versandapotheke",
    ),
    "5931": InWords(  # Used merchandise and second-hand shops
        "second hand, thrift store, used goods, vintage clothing, charity shop, pre owned, charity store",
        "tweedehands*, kringwinkel*, kringloop*, vintage, winkel van goed doel",
        "friperie*, seconde main, biens d'occasion, dépôt vente, articles d'occasion, ressourcerie*, produits "
        "d'occasion",
        "secondhand*, second hand, gebrauchtwaren*, antiquarisch*, trödel*, sozialkaufhaus*",
    ),
    "5932": InWords(  # Antique shops – sales, repairs and restoration services
        "antique*",
        "antiek*, antiquair*, antiquiteiten",
        "antiquit*, antiquaire*, brocante*",
        "antiquität*",
    ),
    "5933": InWords(  # Pawn shops
        "pawn, pawnshop, pawnbroker*",
        "pandhuis*, pandjeshuis*, pandhuizen",
        "mont de piété, prêt sur gage",
        "pfandhaus*, pfandleih*, leihhaus*",
    ),
    "5940": InWords(  # Bicycle shops – sales and service
        "bicycle, bike, e bike, cycling shop",
        "fiets*, *fietsen, rijwiel*, elektrische fiets*",
        "vélo, vélos électriques, bicyclette*, cycles",
        "fahrrad*, fahrräder*, e bike, zweirad*",
    ),
    "5941": InWords(  # Sporting goods shops
        "sporting good, sports shop, sporting equipment, sports equipment, fitness equipment, camping gear, ski "
        "shop, fishing tackle, hunting shop, outdoor store, outdoors store, outdoor gear",
        "sportartikel*, sportwinkel*, hengelsport*, ~sportuitrusting*, kampeerartikel*, jachtwinkel*, buitensport*",
        "articles de sport, magasin de sport, matériel de sport, ~articles de pêche, magasin de chasse, articles de "
        "plein air",
        "sportartikel*, sportgeschäft*, angelbedarf*, campingartikel*, sportausrüst*, jagdgeschäft*, jagdbedarf*, "
        "outdoor*",
    ),
    "5942": InWords(  # Bookshops
        "book, bookshop, bookstore, bookseller",
        "boek, boeken*, boekhandel*",
        "livre, librairie*, libraire*",
        "buchhandlung*, bücher*, buchhandel*",
    ),
    "5943": InWords(  # Stationery, office and school supply shops
        "stationery, office supply, school supply, paper goods",
        "kantoorartikel*, papierwaren*, schoolbenodigdhed*, kantoorbenodigdhed*, schrijfwaren",
        "papeterie*, fournitures de bureau, fournitures scolaires",
        "schreibwaren*, bürobedarf*, bürowaren*",
    ),
    "5944": InWords(  # Jewellery, watch, clock and silverware shops
        "jeweller*, jewelry, jewel, watch, watches, engagement ring, wedding ring, goldsmith, ~diamond",
        "juwel*, juwelier*, horloge*, uurwerken*, trouwringen, goudsmid*, sieraden",
        "bijou*, joaillier*, joaillerie*, horloger*, montres, alliances",
        "juwelier*, schmuck*, uhren*, goldschmied*, trauringe",
    ),
    "5945": InWords(  # Hobby, toy and game shops
        "toy, board game, hobby shop, game shop, model kit, tabletop game, games shop",
        "speelgoed*, hobbywinkel*, spellen, modelbouw*, bordspel*",
        "jouet*, jeux de société, modélisme*, jeux et jouets, jeux de plateau",
        "spielwaren*, spielzeug*, bastelbedarf*, modellbau*, brettspiel*",
    ),
    "5946": InWords(  # Camera and photographic supply shops
        "camera, photographic supply, photographic equipment",
        "fotozaak, camera*, fotoartikelen, fotowinkel*",
        "appareils photo, matériel photographique",
        "kamera*, fotoartikel*, fotogeschäft*, fotogeräte, fotofach*",
    ),
    "5947": InWords(  # Gift, card, novelty and souvenir shops
        "gift shop, souvenir, greeting card, novelty, gift, party supply, party shop",
        "cadeauwinkel*, souvenir*, cadeau*, wenskaart*, feestwinkel*, feestartikel*",
        "souvenirs, boutique de cadeaux, cadeau*, cartes de voeux, articles de fête, matériel de fête",
        "geschenk*, souvenir*, geschenkartikel*, partybedarf*, partyzubehör*",
    ),
    "5970": InWords(  # Artist supply and craft shops
        "art supply, craft supply, artist material",
        "kunstenaarsmateria*, knutsel*, hobbymateria*",
        "fournitures artistiques, loisirs créatifs, beaux arts",
        "künstlerbedarf*, kunstbedarf*",
    ),
    "5971": InWords(  # Art dealers and galleries
        "art gallery, art dealer*, painting+sculpture, fine art",
        "kunstgalerie*, kunsthandel*, kunstgalerij*",
        "galerie d'art, marchand d'art, objets d'art",
        "kunstgalerie*, kunsthandel*, kunstgegenst*",
    ),
    "5973": InWords(  # Religious goods and shops
        "religious good, religious store, religious article",
        "religieuze artikelen, religieuze winkel",
        "articles religieux, objets religieux",
        "devotional*, religiöse artikel",
    ),
    "5975": InWords(  # Hearing aids – sales, service and supplies
        "hearing aid",
        "hoorapparat*, hoortoestel*, audicien*",
        "appareils auditifs, audioproth*, prothèses auditives",
        "hörgeräte*, hörakustik*",
    ),
    "5976": InWords(  # Orthopaedic goods and prosthetic devices
        "orthopaedic, orthopedic, prosthes*, wheelchair, medical good",
        "orthoped*, protheses, medische artikelen, orthopedische artikelen, thuiszorgwinkel*, bandagist*",
        "orthopéd*, articles médicaux, prothèses",
        "orthopäd*, sanitätshaus*, medizinische artikel",
    ),
    "5977": InWords(  # Cosmetic Stores
        "cosmetic, perfume*, make up, beauty product, skincare, toilet article",
        "cosmetica*, parfum*, make up, schoonheidsproduct*, huidverzorging*, drogisterij*, toiletartikel*",
        "cosmétique*, parfumerie*, maquillage, produits de beauté, parfums",
        "kosmetik*, parfüm*, körperpflegemittel*, drogerie*, naturkosmetik*",
    ),
    "5983": InWords(  # Fuel dealers – fuel oil, wood, coal and liquefied petroleum
        "heating oil, firewood, fuel dealer*, coal, propane, wood pellet, bottled gas",
        "stookolie*, brandhout*, mazout*, houtpellets, vaste brandstof*, gasfles*",
        "mazout*, fioul*, bois de chauffage, granulés de bois, charbon*, bouteilles de gaz",
        "heizöl*, brennholz*, brennstoff*, holzpellets, flüssiggas, gasflaschen*",
    ),
    "5992": InWords(  # Florists
        "florist*, flower shop, flower, bouquet",
        "bloemist*, bloemen*, boeket*",
        "fleuriste*, fleurs, bouquets",
        "florist*, blumen*, blumenladen",
    ),
    "5994": InWords(  # Newsagents and news-stands
        "newsagent*, newspaper stand, news stand, kiosk, news dealer*, ~newspaper, ~magazine",
        "dagbladhandel*, krantenwinkel*, krantenkiosk*, ~kranten, ~tijdschriften",
        "marchand de journaux, kiosque à journaux, ~journaux, maison de la presse",
        "zeitungskiosk*, zeitschriftenhandel*, kiosk, ~zeitungen, ~zeitschriften*",
    ),
    "5995": InWords(  # Pet shops, pet food and supplies
        "pet shop, pet food, pet supply, pet, aquarium fish, dog food, ~cat, ~dog",
        "dierenwinkel*, dierenspeciaal*, huisdier*, diervoeding*, hondenvoer*, ~katten, ~honden",
        "animalerie*, animaux de compagnie, aliments pour animaux, ~chiens, ~chats",
        "tierhandlung*, haustier*, zoohandlung*, tierbedarf*, zoologischer bedarf, tierfutter*, ~hunde, ~katzen, "
        "zoofach*",
    ),
    "8043": InWords(  # Opticians, optical goods and eyeglasses
        "optician, eyeglasses, spectacles, contact lens*, optical goods, sunglasses, optical",
        "opticien*, brillen*, contactlenzen*, optiek*",
        "opticien*, lunettes, lentilles de contact, optique*",
        "optiker*, augenoptik*, brillen*, kontaktlinsen*",
    ),
}
