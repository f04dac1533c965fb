"""What is sold to other companies, and ways of selling."""

from domain.mcc.vocabulary import InWords, Vocabulary

WHOLESALE: Vocabulary = {
    "5013": InWords(  # Motor vehicle supplies and new parts
        "wholesale+motor vehicle part, wholesale+car part, wholesale+automotive",
        "groothandel+auto*, groothandel+motorvoertuig*",
        "gros+équipements automobiles, gros+pièces",
        "großhandel+kraftwagenteile*, großhandel+autoteile*",
    ),
    "5021": InWords(  # Office and commercial furniture
        "office furniture, wholesale+furniture, furniture+wholesaler",
        "kantoormeubel*, groothandel+meubel*",
        "mobilier de bureau, gros+meuble*",
        "büromöbel*, großhandel+möbel*",
    ),
    "5039": InWords(  # Construction materials – not elsewhere classified
        "wholesale+construction material, wholesale+building material, construction material+wholesaler",
        "groothandel+bouwmateria*, groothandel+hout",
        "gros+matériaux de construction, gros+bois",
        "großhandel+baustoff*, großhandel+holz*",
    ),
    "5045": InWords(  # Computers, computer peripheral equipment – not elsewhere classified
        "wholesale+computer, wholesale+software, it equipment",
        "groothandel+computer*",
        "gros+ordinateur*, gros+informatique*",
        "großhandel+datenverarbeitungs*, großhandel+computer*",
    ),
    "5047": InWords(  # Dental/laboratory/medical/ophthalmic hospital equipment and supplies
        "medical equipment, dental supply, hospital equipment, laboratory equipment, medical supply",
        "medische apparatuur, medisch materiaal, tandheelkundig materiaal, medische hulpmiddelen",
        "matériel médical, équipement médical, matériel dentaire, dispositifs médicaux",
        "medizintechnik*, medizinprodukte*, dentalbedarf*, laborbedarf*, medizinische hilfsmittel",
    ),
    "5065": InWords(  # Electrical parts and equipment
        "electronic component, electrical part, wholesale+electronic, electrical equipment",
        "elektronische onderdelen, groothandel+elektronische, elektronische componenten, elektriciteitsbenodigd*",
        "composants électroniques, gros+composants, gros+électronique, équipements électriques",
        "elektronische bauteile, großhandel+elektronische, elektronikbauteile*, elektrofach*",
    ),
    "5072": InWords(  # Hardware equipment and supplies
        "wholesale+hardware, hardware+wholesaler",
        "groothandel+ijzerwaren",
        "gros+quincaillerie",
        "großhandel+metallwaren*, großhandel+werkzeug*",
    ),
    "5085": InWords(  # Industrial supplies – not elsewhere classified
        "industrial supply, industrial machinery, machinery, machine tool, tool making",
        "industriële machines, machines, machinebouw*, industriële benodigdhe*",
        "machines outils, fournitures industrielles, machines industrielles",
        "industriebedarf*, maschinen*, werkzeugmaschinen*, werkzeugbau*",
    ),
    "5094": InWords(  # Precious stones and metals, watches and jewellery
        "precious metal, precious stone, loose diamond, gold bullion, wholesale+jewel*, diamond trade",
        "edelmetalen*, goudhandel*, diamanthandel*, groothandel+juwel*",
        "métaux précieux, pierres précieuses, lingots d'or, gros+bijoux",
        "edelmetall*, goldbarren*, edelstein*, diamanthandel*, großhandel+schmuck*",
    ),
    "5122": InWords(  # Drugs, drug proprietors
        "wholesale+pharmaceutical, wholesale+drug, pharmaceutical wholesale*, pharmaceutical good",
        "groothandel+farmaceut*, groothandel+geneesmiddel*, farmaceutische producten",
        "gros+pharmaceutique*, grossiste pharmaceutique",
        "großhandel+pharma*, pharmagroßhandel*, großhandel+arznei*",
    ),
    "5131": InWords(  # Piece goods, notions and other dry goods
        "wholesale+textile, wholesale+fabric",
        "groothandel+textiel*, groothandel+stoffen",
        "gros+textile*",
        "großhandel+textil*",
    ),
    "5137": InWords(  # Men's, women's and children's uniforms and commercial clothing
        "wholesale+clothing, clothing+wholesaler, uniform, workwear",
        "groothandel+kleding*, werkkleding*, uniformen",
        "gros+habillement, vêtements de travail",
        "großhandel+bekleidung*, berufsbekleidung*, arbeitskleidung*",
    ),
    "5139": InWords(  # Commercial footwear
        "wholesale+footwear, wholesale+shoe",
        "groothandel+schoen*",
        "gros+chaussure*",
        "großhandel+schuh*",
    ),
    "5169": InWords(  # Chemicals and allied products – not elsewhere classified
        "chemical, chemical product",
        "chemische producten, chemicali*, chemische",
        "produits chimiques, chimique",
        "chemikalien*, chemische erzeugnisse, chemische",
    ),
    "5172": InWords(  # Petroleum and petroleum products
        "petroleum, lubricant, wholesale+fuel",
        "aardolie*, smeermiddel*, groothandel+brandstof*",
        "pétrolier*, lubrifiant*, gros+combustible*",
        "mineralöl*, schmierstoff*, großhandel+brennstoff*",
    ),
    "5192": InWords(  # Books, periodicals and newspapers
        "wholesale+book, book+wholesaler, newspaper publishing, book publishing, publishing+periodical, "
        "publishing+newspaper",
        "groothandel+boek*, uitgeverij+boek*, uitgeven+boeken, uitgeven+kranten",
        "gros+livres, édition+livres, édition+journaux",
        "großhandel+bücher*, verlegen+büchern, verlegen+zeitungen",
    ),
    "5193": InWords(  # Florists' supplies, nursery stock and flowers
        "wholesale+flower, wholesale+plant, florist supply",
        "groothandel+bloemen*, groothandel+planten",
        "gros+fleurs, gros+plantes",
        "großhandel+blumen*, großhandel+pflanzen*",
    ),
    "5262": InWords(  # Marketplaces
        "marketplace, independent sellers, third party sellers, multi vendor",
        "marktplaats*, marktplaatsplatform, onafhankelijke verkopers",
        "place de marché, marketplace, vendeurs indépendants",
        "marktplatz*, marketplace, unabhängige verkäufer",
    ),
    "5300": InWords(  # Wholesale clubs
        "wholesale",
        "groothandel*",
        "commerce de gros, grossiste*",
        "großhandel*, großhändler*",
    ),
    "5715": InWords(  # Alcoholic beverage wholesalers
        "wholesale+beverage, wholesale+wine, wholesale+beer, beverage wholesale*",
        "groothandel+drank*, groothandel+bier*, drankengroothandel*",
        "gros+boissons, gros+vins",
        "großhandel+getränke*, getränkegroßhandel*",
    ),
    "5963": InWords(  # Door-to-door sales
        "door to door, direct selling",
        "huis aan huis, deur aan deur",
        "porte à porte, vente à domicile",
        "haustürgeschäft*, direktvertrieb*",
    ),
    "5964": InWords(  # Direct marketing – catalogue merchants
        "mail order, catalogue merchant",
        "postorder*",
        "vente par correspondance, vente+catalogue",
        "versandhandel*, versandhaus*",
    ),
    "5966": InWords(  # Direct marketing – outbound telemarketing merchants
        "telemarket*, outbound call*, cold calling, telesales",
        "telemarketing*, telefonische verkoop, telefoonverkoop",
        "télémarketing, télévente, démarchage téléphonique",
        "telemarketing*, telefonverkauf*, telefonmarketing",
    ),
    "5968": InWords(  # Direct marketing – continuity/subscription merchants
        "subscription box, monthly box, continuity subscription, negative option, membership box",
        "abonnementsbox*, maandelijkse box, abonnementspakket*",
        "box mensuelle, box par abonnement",
        "abobox*, abo box, monatliche box",
    ),
}
