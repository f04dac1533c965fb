"""What is eaten, drunk and smoked, and where."""

from domain.mcc.vocabulary import InWords, Vocabulary

FOOD: Vocabulary = {
    "5411": InWords(  # Groceries and supermarkets
        "grocery, grocer, supermarket, supercenter, food store, food shop, food+predominating, ~convenience store",
        "supermarkt*, kruidenier*, buurtwinkel*, voedingswinkel*, levensmiddelen*, ~voedingsmiddelen*",
        "supermarché*, hypermarché*, épicerie, supérette*, alimentation générale, ~produits alimentaires",
        "supermarkt*, supermärkte*, lebensmittel*, *lebensmittel, ~nahrungsmittel*, ~genussmittel*",
    ),
    "5422": InWords(  # Freezer and locker meat provisioners
        "butcher, meat, ~poultry, fishmonger, ~seafood, ~fish",
        "slager*, beenhouwer*, vlees*, viswinkel*, vishandel*, ~vis, ~gevogelte, poelier*",
        "boucher*, charcuterie*, viande, poissonnerie*, ~poisson, ~volaille*",
        "metzger*, fleischer*, fleisch*, wurstwaren, fischhandel*, fischgeschäft*, ~fisch*, ~geflügel*",
    ),
    "5441": InWords(  # Candy, nut and confectionery shops
        "confectionery, candy, sweet shop, chocolate*, chocolatier, praline, ~sweets",
        "snoep*, chocolade*, chocolatier*, praline*, suikerwerk*, confiserie",
        "confiserie*, chocolat*, bonbon*, dragée*",
        "süßwaren*, schokolade*, konfiserie*, pralinen*, confiserie",
    ),
    "5451": InWords(  # Dairies
        "dairy, cheese shop, cheesemonger, ~cheese, ~milk",
        "zuivel*, kaaswinkel*, kaashandel*, ~kaas, ~melkproducten",
        "crèmerie*, fromager*, produits laitiers, ~fromage",
        "milchprodukt*, molkerei*, käseladen, käsehandel*, ~käse*, ~milch",
    ),
    "5462": InWords(  # Bakeries
        "bakery, baker, patisserie, pastry shop, bake, ~bread, ~cake, ~pastry, ~croissant",
        "bakker*, patisserie*, banketbakker*, ~brood*, ~taart*, ~gebak*, ~koffiekoek*",
        "boulanger*, pâtisserie*, pâtissier*, viennoiserie*, ~pain, ~gâteau",
        "bäcker*, *bäckerei, konditorei*, backwaren, ~brot*, ~brötchen, ~kuchen, ~torte*",
    ),
    "5499": InWords(  # Miscellaneous food shops – convenience and speciality retail outlets
        "delicatessen, deli, health food, organic food, convenience store, greengrocer, fruit and vegetables, tea "
        "shop, coffee beans, coffee roaster*, ~fruit, ~vegetable, ~spice, ~food supplement, ~vitamin, ~tea, coffee "
        "store, pasta, nuts, tea store",
        "delicatessen*, traiteurswinkel*, groentewinkel*, groenten en fruit, biowinkel*, koffiebranderij*, "
        "natuurvoeding*, reformwinkel*, nachtwinkel*, ~groente*, ~fruit, ~kruiden, ~voedingssupplement*, ~thee, "
        "koffie*, pasta*, thee*",
        "épicerie fine, primeur*, fruits et légumes, produits bio, torréfact*, ~fruit, ~légume, ~épice*, ~thé, "
        "~complément alimentaire, vente de cafés, pâtes, noix",
        "feinkost*, delikatessen*, obst und gemüse, reformhaus, bioladen, kaffeerösterei*, hofladen, ~obst, "
        "~gemüse, ~gewürz*, ~nahrungsergänzung*, ~tee, kaffeegeschäft*, nudel*, nüsse*, teeladen*, teegeschäft*",
    ),
    "5811": InWords(  # Caterers
        "catering, caterer, event catering",
        "catering*, traiteur*, cateraar*, feestmaaltijd*",
        "traiteur*, service de restauration collective",
        "catering*, partyservice*, caterer*",
    ),
    "5812": InWords(  # Eating places and restaurants
        "restaurant*, bistro, brasserie, pizzeria, trattoria, eatery, dining, steakhouse, gastropub, ~menu, ~kitchen",
        "restaurant*, bistro*, brasserie*, eetcafé*, eethuis*, pizzeria*, tearoom, ~keuken, ~gerechten",
        "restaurant*, bistro*, brasserie*, pizzeria*, crêperie*, salon de thé, auberge, ~plat du jour, ~cuisine",
        "restaurant*, gaststätte*, gasthaus*, wirtshaus*, gastronomie*, bistro*, pizzeria*, café, ~küche, ~speisen*",
    ),
    "5813": InWords(  # Drinking places (alcoholic beverages) – bars, taverns, night-clubs, cocktail lounges …
        "bar, pub, nightclub, tavern, cocktail bar, discotheque, beverage serving, beer garden",
        "café, bar, kroeg*, nachtclub*, discotheek*, danscafé*, drankgelegenheid*, *café, bruine kroeg",
        "bar, pub, discothèque*, boîte de nuit, débit de boissons, café bar",
        "bar, kneipe*, nachtclub*, diskothek*, schankwirtschaft*, ausschank*, biergarten, lokal",
    ),
    "5814": InWords(  # Fast food restaurants
        "fast food, takeaway, take away, snack bar, burger, kebab, food truck, street food, mobile food, sandwich "
        "bar, pizza delivery, coffee shop, ~pizza, ~sandwich",
        "frituur*, snackbar*, afhaal*, fastfood*, broodjeszaak*, kebab*, cafetaria*, ~friet*, ~hamburger*, ~snack, "
        "meeneem*, ~pizza, pizzazaak*",
        "friterie*, snack*, restauration rapide, fast food, kebab*, sandwicherie*, à emporter, ~burger*, ~frites, "
        "~pizza",
        "imbiss*, schnellrestaurant*, fast food, döner*, pommesbude*, lieferdienst*, zum mitnehmen, ~burger*, "
        "~pizza, schnellimbiss*",
    ),
    "5921": InWords(  # Package shops – beer, wine and liquor
        "liquor store, off licence, wine shop, wine merchant, wine, beer shop, spirits, liquor, alcohol, ~beer, "
        "~whisky",
        "slijterij*, wijnhandel*, wijnwinkel*, wijn*, drankenhandel*, ~bier*, ~sterke drank, ~dranken, "
        "drankenwinkel*, drankwinkel*",
        "caviste*, vins et spiritueux, vins, spiritueux*, boissons alcoolisées, ~bière*, ~boissons",
        "weinhandlung*, weinhandel*, wein*, spirituosen*, getränkemarkt*, getränkehandel*, ~bier, ~getränke*, "
        "getränkefachhandel*",
    ),
    "5993": InWords(  # Cigar shops and stands
        "tobacco*, cigar, vape*, vaping, e cigarette, e liquid, electronic cigarette, cigarette, smoke shop",
        "tabak*, sigaren*, sigaretten*, e sigaret*, esigaret*, vape*, elektronische sigaret*, vapeshop*",
        "tabac, bureau de tabac, cigare*, cigarette*, e liquide, vapotage, vapoteuse*, cigarette électronique",
        "tabak*, zigarren*, zigarette*, e zigarette*, elektrische zigarette*, dampfershop, liquid, shisha*",
    ),
}
