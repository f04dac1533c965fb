"""Building, gardens, cleaning and repair."""

from domain.mcc.vocabulary import InWords, Vocabulary

BUILDING_AND_REPAIR: Vocabulary = {
    "0763": InWords(  # Agricultural co-operatives
        "agricultural co operative, agricultural cooperative, support+crop, support+animal production",
        "landbouwcoöperatie*, ondersteunende+teelt*, ondersteunende+fokken, landbouwdienst*",
        "coopérative agricole, soutien+cultures, soutien+production animale",
        "agrargenossenschaft*, landwirtschaftliche genossenschaft*, landwirtschaftliche dienstleistungen",
    ),
    "0780": InWords(  # Landscaping and horticultural services
        "landscap*, gardening, garden maintenance, horticultur*, gardener, tree surgeon",
        "tuinaanleg*, tuinonderhoud*, hovenier*, tuinman*, landschapsverzorg*, tuinarchitect*",
        "paysagiste*, entretien de jardins, aménagement paysager, jardinier*, aménagement de jardins",
        "gartenbau*, landschaftsbau*, gartenpflege*, landschaftsgärtner*, gartengestalt*",
    ),
    "1520": InWords(  # General contractors – residential and commercial
        "general contractor, construction company, building contractor, renovation, residential building, house "
        "building, construction of building",
        "bouwonderneming*, bouwbedrijf*, aannemer*, renovatie*, woningbouw*, algemene bouw",
        "entreprise générale de construction, entreprise de construction, construction de bâtiments, rénovation, "
        "gros oeuvre, construction de maisons",
        "bauunternehm*, bauträger*, hochbau*, sanierung*, bau von gebäuden, generalunternehm*",
    ),
    "1711": InWords(  # Heating, plumbing and air-conditioning contractors
        "plumber, plumbing, heating, air conditioning, heat pump, boiler, ventilation",
        "loodgieter*, verwarming*, sanitair*, airco*, warmtepomp*, cv ketel*, klimaatregeling*",
        "plombier*, plomberie*, chauffagiste*, chauffage, climatisation*, pompe à chaleur, sanitaire",
        "sanitär*, heizung*, klempner*, klimaanlage*, wärmepumpe*, installateur*, gas wasser",
    ),
    "1731": InWords(  # Electrical contractors
        "electrician, electrical contractor, electrical installation, solar panel, rewiring, wiring installation",
        "elektricien*, elektriciteitswerken, elektrische installatie*, zonnepanelen*, elektrotechnisch*",
        "électricien*, installation électrique, panneaux solaires, panneaux photovoltaïques, travaux+électri*",
        "elektriker*, elektroinstallation*, photovoltaik*, solaranlage*, elektrotechnik*, elektrobetrieb*",
    ),
    "1740": InWords(  # Masonry, stonework, tile setting, plastering and insulation contractors
        "plaster*, mason*, bricklay*, tiling, tiler, insulation, stonework",
        "stukadoor*, pleister*, metsel*, tegelzet*, isolatie*, tegelwerk*, voegwerk*, tegel*",
        "plâtr*, maçon*, carrel*, isolation*",
        "maurer*, fliesenleger*, verputz*, stuckateur*, gipser*, dämmung*, isolierung*, fliesen*",
    ),
    "1750": InWords(  # Carpentry contractors
        "carpent*, joinery, joiner, woodwork",
        "schrijnwerk*, timmer*, houtbouw*",
        "menuis*, charpent*, ébéniste*",
        "schreiner*, tischler*, zimmerei*, zimmerer*, bautischler*",
    ),
    "1761": InWords(  # Roofing, siding and sheet metal work contractors
        "roofing, roofer, roof, siding, guttering",
        "dakwerk*, dakdekker*, daken, dakbedekking*, dakgoten",
        "couvreur*, toiture*, couverture+travaux, zinguerie*",
        "dachdecker*, dacharbeiten*, bedachung*, spengler*",
    ),
    "1771": InWords(  # Concrete work contractors
        "concrete",
        "beton*, chape",
        "béton*",
        "beton*, estrich*",
    ),
    "1799": InWords(  # Special trade contractors – not elsewhere classified
        "painter, demolition, glazing, glazier, scaffolding, building completion, specialised construction, "
        "painting contractor, drilling, scaffolder",
        "schilderwerk*, schildersbedrijf*, sloop*, glazenier*, glaszetter*, steigerbouw*, afwerking+gebouwen, "
        "stellingbouw*, stellingenmaker*",
        "peintre en bâtiment, démolition*, vitrerie*, travaux de peinture, travaux de finition, échafaudage*",
        "malerei, malerbetrieb*, malerarbeiten, abbruch*, glaser*, gerüstbau*, maler und lackierer, gerüst*",
    ),
    "7210": InWords(  # Laundry, cleaning and garment services
        "laundry, garment service",
        "wasserij*, wassen en reinigen",
        "blanchisserie*, laverie*",
        "wäscherei*",
    ),
    "7211": InWords(  # Laundry services – family and commercial
        "laundry service, launderette, laundromat",
        "wassalon*, wasserette*, wasservice*",
        "laverie automatique, laverie*",
        "waschsalon*, wäscheservice*",
    ),
    "7216": InWords(  # Dry cleaners
        "dry cleaner*, dry cleaning, cleaning+textile",
        "stomerij*, droogkuis*, chemisch reinigen",
        "pressing, nettoyage à sec, teinturerie*",
        "chemische reinigung, textilreinigung*",
    ),
    "7217": InWords(  # Carpet and upholstery cleaning
        "carpet cleaning, upholstery cleaning",
        "tapijtreiniging*",
        "nettoyage de tapis, nettoyage de moquettes",
        "teppichreinigung*, polsterreinigung*",
    ),
    "7251": InWords(  # Shoe repair shops, shoe shine parlours and hat cleaning shops
        "shoe repair, cobbler, repair+footwear, repair+shoe*",
        "schoenmaker*, schoenhersteller*, herstel+schoen*, reparatie+schoen*, schoenreparatie*",
        "cordonner*, cordonnier*, réparation+chaussure*",
        "schuhmacher*, schuhreparatur*, reparatur+schuh*, schuster",
    ),
    "7342": InWords(  # Exterminating and disinfecting services
        "pest control, exterminat*, disinfect*",
        "ongedierte*, desinfectie*, ontsmetting*",
        "dératisation*, désinfection*, nuisibles",
        "schädlingsbekämpf*, kammerjäger*, desinfektion*",
    ),
    "7349": InWords(  # Cleaning, maintenance and janitorial services
        "cleaning company, office cleaning, cleaning service, janitor*, window cleaning, cleaning of building, "
        "cleaning activities, cleaning, chimney sweep*",
        "schoonmaak*, reinigingsbedrijf*, reiniging van gebouwen, glazenwasser*, poets*, ~reiniging, schoorsteenveg*",
        "nettoyage, entreprise de nettoyage, nettoyage de bureaux, laveur de vitres, ramon*",
        "gebäudereinigung*, reinigungsfirma*, putzdienst*, fensterreinig*, reinigung, schornsteinfeger*",
    ),
    "7394": InWords(  # Equipment, tool, furniture and appliance rentals and leasing
        "tool rental, equipment rental, equipment hire, rental and leasing, rental of machinery, rental+machinery, "
        "rental+equipment, leasing, rental",
        "materiaalverhuur*, verhuur+machines, gereedschapsverhuur*, verhuur en lease, leasing, verhuur, *verhuur",
        "location de matériel, location+machines, location et location bail, location d'équipements, location",
        "geräteverleih*, maschinenverleih*, vermietung+maschinen, vermietung+geräten, baumaschinenverleih*, "
        "vermietung, *verleih, *vermietung",
    ),
    "7622": InWords(  # Electronics repair shops
        "electronics repair, phone repair, smartphone repair, repair+communication, repair+consumer electronics, "
        "repair+electronics",
        "elektronicaherstel*, gsm herstelling*, reparatie+communicatie*, reparatie+consumentenelektronica, "
        "telefoonreparatie*",
        "réparation+électronique*, réparation de téléphones, réparation+communication, réparation+smartphone*",
        "handyreparatur*, reparatur+telekommunikation*, reparatur+unterhaltungselektronik, reparatur+elektronik*",
    ),
    "7629": InWords(  # Electrical and small appliance repair shops
        "appliance repair, repair+household appliance, repair+appliance, repair+electrical equipment",
        "reparatie+huishoudapparat*, herstelling+huishoud*, reparatie+elektrische",
        "réparation+électroménager*, réparation+équipements électriques",
        "reparatur+haushaltsgerät*, hausgeräte kundendienst, reparatur+elektrische*",
    ),
    "7631": InWords(  # Watch, clock and jewellery repair shops
        "watch repair, jewellery repair, repair+watch*, repair+clock, repair+jewel*, watchmaker, clockmaker",
        "horlogemaker*, reparatie+uurwerken, reparatie+juwel*, horlogereparatie*, reparatie+sieraden, "
        "klokkenmaker*, klokmaker*",
        "réparation+montre*, réparation+bijou*, réparation+horlogerie, réparation d'horloges",
        "uhrmacher*, reparatur+uhren, reparatur+schmuck, uhrenreparatur*",
    ),
    "7641": InWords(  # Furniture reupholstery, repair and refinishing
        "upholsterer, reupholster*, furniture restoration, repair+furniture",
        "meubelstoffeer*, stoffeerder*, reparatie+meubel*, meubelrestaurat*",
        "tapissier*, restauration de meubles, réparation+meubles",
        "polsterei*, polsterer*, reparatur+möbel*, möbelrestaur*",
    ),
    "7692": InWords(  # Welding services
        "welding, welder, blacksmith, metalworker, metal construction",
        "laswerk*, lasser*, lasbedrijf*, smederij*, metaalbewerk*, metaalbouw*",
        "soudure*, soudeur*, forgeron*, construction métallique, métallerie*",
        "schweiß*, schweissarbeit*, schmiede*, metallbau*",
    ),
    "7699": InWords(  # Miscellaneous repair shops and related services
        "repair shop, repair+bicycle, repair+personal, repair+household goods, locksmith, repair, repair+machinery, "
        "key cutter, key cutting",
        "reparatie*, slotenmaker*, herstelling*, fietsherstel*, fietsenmaker*, sleutelmaker*",
        "réparation*, serrurier*, réparation+biens personnels, reproduction de clés, clés minute",
        "reparatur*, schlüsseldienst*, schlosserei*, schlüsselschneid*",
    ),
}
