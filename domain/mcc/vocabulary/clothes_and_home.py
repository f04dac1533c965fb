"""What people wear, and what stands in their homes and gardens."""

from domain.mcc.vocabulary import InWords, Vocabulary

CLOTHES_AND_HOME: Vocabulary = {
    "5200": InWords(  # Home supply warehouse outlets
        "do it yourself store, diy store, home improvement",
        "bouwmarkt*, doe het zelf*, doehetzelf*",
        "magasin de bricolage, bricolage",
        "baumarkt*, heimwerker*",
    ),
    "5211": InWords(  # Lumber and building materials outlets
        "building material, lumber, timber, door shop, window and door",
        "bouwmateria*, houthandel*, bouwstoffen, deuren*, ramen en deuren",
        "matériaux de construction, ~bois, matériaux, portes et fenêtres, fenêtres",
        "baustoff*, holzhandel*, baumateria*, türen*, fenster*",
    ),
    "5231": InWords(  # Glass, paint and wallpaper shops
        "paint, wallpaper, glass shop",
        "verf*, behang*, glaswinkel*",
        "peinture+magasin, papier peint, peinture+verre",
        "farben*, tapete*, anstrichmittel*, flachglas",
    ),
    "5251": InWords(  # Hardware shops
        "hardware store, hardware shop, ironmonger, hardware+paint, ~tool",
        "ijzerwaren*, gereedschap*, ijzerhandel*",
        "quincaillerie*, outillage*, ~outil*",
        "eisenwaren*, werkzeug*, metallwaren*, ~schrauben",
    ),
    "5261": InWords(  # Lawn and garden supply outlets, including nurseries
        "garden centre, garden center, nursery plants, garden supply, lawn, ~seed, ~plant",
        "tuincentrum*, kwekerij*, tuinartikel*, boomkwekerij*, ~planten, ~zaden",
        "jardinerie*, pépinière*, articles de jardin, ~plantes, ~graines, ~engrais",
        "gartencenter*, gartenbedarf*, gärtnerei*, baumschule*, ~pflanzen*, ~sämereien, ~düngemittel*, gartenzentr*",
    ),
    "5611": InWords(  # Men's and boys' clothing and accessory shops
        "men's clothing, menswear, men's fashion",
        "herenkleding*, ~herenmode, herenkledij*",
        "vêtements pour hommes, mode masculine",
        "herrenmode*, herrenbekleidung*, herrenausstatter*",
    ),
    "5621": InWords(  # Women's ready-to-wear shops
        "women's clothing, ladies wear, women's fashion",
        "dameskleding*, ~damesmode, dameskledij*",
        "vêtements pour femmes, mode féminine",
        "damenmode*, damenbekleidung*",
    ),
    "5641": InWords(  # Children's and infants' wear shops
        "baby clothes, children's clothing, children's wear, infant wear, baby+clothing, ~baby",
        "kinderkleding*, babykleding*, kindermode*, ~baby*",
        "vêtements pour enfants, vêtements+bébé, puériculture, produits pour bébés, bébé*",
        "kinderbekleidung*, kindermode*, babykleidung*, babyausstattung*, babyartikel*",
    ),
    "5651": InWords(  # Family clothing shops
        "clothing, clothes, fashion, apparel, garment, ~dress, underwear, lingerie, suits",
        "kleding*, kledij*, mode, boetiek*, bovenkleding*, damesmode, herenmode, ondergoed*, lingerie*, pakken",
        "vêtement*, prêt à porter, habillement*, boutique de mode, ~mode, sous vêtements, lingerie*, costumes",
        "bekleidung*, kleidung*, *mode, modegeschäft*, unterwäsche*, anzug*, anzüge*, dessous, mode, modehaus*, "
        "modeboutique*",
    ),
    "5661": InWords(  # Shoe shops
        "shoe, footwear, sneaker, boot",
        "schoen*, laarzen*, sneakers",
        "chaussure*, bottes, baskets",
        "schuh*, stiefel*, *schuhe",
    ),
    "5697": InWords(  # Tailors, seamstresses, mending and alterations
        "tailor, seamstress, clothing alteration, dressmaker, sewing alterations",
        "kleermaker*, naaiatelier*, retouche*, naaister*",
        "couturi*, retouches, tailleur, retoucherie*, couturière",
        "schneiderei*, änderungsschneider*, maßschneider*, damenschneider*, herrenschneider*",
    ),
    "5698": InWords(  # Wig and toupee shops
        "wig, hairpiece",
        "pruiken*, haarwerk*",
        "perruque*",
        "perücke*, haarteile",
    ),
    "5712": InWords(  # Furniture, home furnishings and equipment shops and manufacturers, except appliances
        "furniture, sofa, mattress, bed shop, ~lighting, ~lamp, kitchen design, kitchen studio, lighting store",
        "meubel*, meubilair, zetels, matrassen*, keukens, slaapcomfort, ~verlichting*, keuken*, verlichtingswinkel*",
        "meuble*, ameublement*, literie*, canapé*, ~luminaire*, ~éclairage, cuisiniste*, lampes",
        "möbel*, *möbel, matratzen*, küchenstudio*, ~leuchten, ~einrichtungsgegenstände, küchen*, lampen*, leuchten*",
    ),
    "5713": InWords(  # Floor covering services
        "carpet, flooring, parquet, floor covering, rug",
        "vloer*, tapijt*, parket*",
        "revêtement de sol, tapis, moquette*, parquet*",
        "teppich*, bodenbel*, parkett*, fußboden*",
    ),
    "5714": InWords(  # Drapery, window covering and upholstery shops
        "curtain, blind, upholstery fabric, drapery",
        "gordijn*, zonwering*, raamdecoratie*, overgordijnen, jaloezie*, rolluik*",
        "rideaux, voilage*, volets, stores enrouleurs",
        "vorhänge*, gardinen*, vorhang*, sonnenschutz*, fensterläden, fensterladen*, jalousie*, rolladen*",
    ),
    "5718": InWords(  # Fireplaces, fireplace screens and accessories shops
        "fireplace, stove",
        "haard*, kachel*, open haard",
        "cheminées, poêles à bois",
        "kachelofen*, kamin*",
    ),
    "5719": InWords(  # Miscellaneous home furnishing speciality shops
        "home decor*, homeware, home furnishing, household article, kitchenware, tableware, household goods, "
        "pottery, candle",
        "woondecoratie*, huishoudartikel*, interieurwinkel*, huishoudelijke artikelen, woonaccessoires, "
        "pottenbakker*, aardewerk*, kaarsen*, binnenhuisdecoratie*",
        "décoration d'intérieur, articles de ménage, arts de la table, articles ménagers, potier, poterie*, "
        "bougies, décoration intérieure",
        "haushaltswaren*, wohnaccessoires*, haushaltsgegenst*, keramische erzeugnisse, wohndeko*, töpfer*, "
        "keramik*, kerzen*, innenausstattung*",
    ),
    "5722": InWords(  # Household appliance shops
        "household appliance, domestic appliance, washing machine, kitchen appliance",
        "huishoudapparat*, elektrische huishoud*, wasmachine*, witgoed, huishoudtoestel*",
        "électroménager*, appareils ménagers, appareils électroménagers",
        "haushaltsgeräte*, elektrische haushalts*, waschmaschine*",
    ),
    "5948": InWords(  # Luggage and leather goods shops
        "luggage, leather good, handbag, suitcase, bag",
        "lederwaren*, handtassen*, koffers, reisartikel*, tassen*",
        "maroquinerie*, articles de voyage, bagages, sacs à main, sacs",
        "lederwaren*, koffer*, handtaschen*, reisegepäck*, taschen*",
    ),
    "5949": InWords(  # Sewing, needlework, fabric and piece goods shops
        "fabric, textile, sewing, haberdashery, yarn, knitting",
        "stoffen*, textiel*, fournituren*, garens, breiwol, naaiwinkel*",
        "tissus, mercerie*, textile*, laine",
        "stoffe, textilien*, kurzwaren*, nähbedarf*, wolle, handarbeit*",
    ),
    "5996": InWords(  # Swimming pools – sales, supplies and services
        "swimming pool",
        "zwembad*, zwembaden*",
        "piscine*",
        "schwimmbecken*, poolbau*, swimmingpool*",
    ),
}
