"""What is done for other companies; the network and what is published on it."""

from domain.mcc.vocabulary import InWords, Vocabulary

BUSINESS_AND_MEDIA: Vocabulary = {
    "2741": InWords(  # Miscellaneous publishing and printing services
        "publish*, printing, printer*, bookbinding, print shop",
        "uitgever*, drukker*, uitgeven, drukwerk*, boekbinder*, grafisch bedrijf, krantredactie*",
        "édition*, imprimerie*, éditeur*, impression, reliure*",
        "verlag*, druckerei*, verlegen, buchbinder*, drucken, zeitungsredaktion*",
    ),
    "4814": InWords(  # Telecommunication services, including local and long distance calls, credit card calls, …
        "telecommunication service, telecom operator, prepaid sim, telecommunication, voip, telecom",
        "telecommunicatie*, telecomoperator*, telefonie*, telecom*",
        "télécommunication*, opérateur télécom, téléphonie",
        "telekommunikation*, mobilfunk*, telefonie*, telekom*",
    ),
    "4816": InWords(  # Computer network/information services
        "web hosting, hosting, internet service provider, internet access, web portal, cloud storage, data "
        "processing+hosting",
        "webhosting*, hosting, internetprovider*, webportal*, internettoegang*",
        "hébergement web, fournisseur d'accès internet, portails internet, hébergement+données",
        "webhosting*, internetanbieter*, webportale*, internetzugang*, hosting",
    ),
    "4899": InWords(  # Cable and other pay television services
        "streaming service, cable television, pay tv, satellite television, broadcasting, broadcast",
        "streamingdienst*, kabeltelevisie*, betaaltelevisie, omroep*, uitzenden, satelliet*",
        "streaming vidéo, télévision par câble, diffusion, télévision payante, radio",
        "streamingdienst*, kabelfernsehen, bezahlfernsehen, rundfunk*, hörfunk*, satelliten*",
    ),
    "4900": InWords(  # Utilities – electric, gas, water and sanitary
        "electricity, gas supply, energy supplier, water supply, utility, sewerage, waste collection, steam supply",
        "energieleverancier*, elektriciteit+levering, waterdistributie*, drinkwater*, afvalwater*, nutsbedrijf*, "
        "groene stroom, afval*",
        "fournisseur d'énergie, distribution d'eau, électricité+gaz, production d'électricité, eaux usées, déchets",
        "stromversorg*, energieversorg*, stadtwerke*, wasserversorg*, gasversorg*, ökostrom*, abwasser*, abfall*, "
        "elektrizität*",
    ),
    "5815": InWords(  # Digital Goods Media - Books, Movies, Digital artwork/images, Music
        "e book, audiobook, music download, digital media, digital download",
        "e boek*, luisterboek*, muziekdownload*, digitale media",
        "livres numériques, téléchargement de musique, livres audio, e book",
        "e book, hörbücher*, musikdownload*, digitale medien",
    ),
    "5816": InWords(  # Digital Goods - Games
        "video game, online game, computer game, mobile game, in game, esports",
        "videogames, videospel*, computerspel*, online spellen, gaming",
        "jeux vidéo, jeux en ligne, jeux mobiles",
        "videospiele*, computerspiele*, onlinespiele*, mobile games",
    ),
    "5817": InWords(  # Digital Goods - Applications (Excludes Games)
        "mobile app subscription, app store, digital application, saas, software as a service, software subscription",
        "saas, softwareabonnement*, app abonnement",
        "saas, abonnement logiciel, logiciel en ligne",
        "saas, softwareabo*, software as a service",
    ),
    "7311": InWords(  # Advertising services
        "advertising, ad agency, advertising agency, seo, social media ads, marketing agency, media representation, "
        "digital marketing, public relation*",
        "reclame*, reclamebureau*, marketingbureau*, advertentie*, mediarepresentatie*",
        "publicité, agence de publicité, publicitaire*, régie publicitaire, agence marketing",
        "werbung*, werbeagentur*, werbe*, marketingagentur*",
    ),
    "7333": InWords(  # Commercial photography, art and graphics
        "graphic design*, commercial photography, design studio, illustration, specialised design, design",
        "grafisch ontwerp*, grafische vormgeving, ontwerpbureau*, vormgeving, designers, design",
        "graphisme, graphiste*, design, studio de création",
        "grafikdesign*, grafiker*, designstudio*, design, gestaltung",
    ),
    "7361": InWords(  # Employment agencies and temporary help services
        "employment agency, temporary employment, recruit*, staffing, temp agency, temporary help, employment "
        "placement",
        "uitzend*, wervings*, arbeidsbemiddeling*, interim*, selectiebureau*, rekrutering*",
        "agence d'intérim, intérim*, recrutement*, travail temporaire, placement+main d'oeuvre",
        "zeitarbeit*, personalvermittlung*, arbeitsvermittlung*, arbeitskräfte*, personaldienstleist*",
    ),
    "7372": InWords(  # Computer programming, data processing and integrated systems design services
        "software, software development, computer programming, software company, app development, web development, "
        "custom software, programming, website development, software developer",
        "softwareontwikkel*, programmer*, software op maat, webontwikkeling*, mobiele apps, software*, webdesign",
        "développement de logiciels, programmation informatique, développement web, "
        "éditeur de logiciels, création de sites web",
        "softwareentwickl*, programmier*, webentwickl*, app entwicklung, software*, webdesign",
    ),
    "7375": InWords(  # Information retrieval services
        "information service, database, news agency, information retrieval",
        "persagentschap*, informatiedienst*, databank*",
        "agence de presse, services d'information, base de données",
        "nachrichtenagentur*, korrespondenzbüro*, informationsdienst*, datenbank*",
    ),
    "7379": InWords(  # Computer maintenance and repair services – not elsewhere classified
        "computer repair, it support, it consultancy, computer maintenance, repair+computer, computer consultancy, "
        "computer facilities, computer related, information technology",
        "computerherstel*, reparatie+computer*, computerreparatie*, computerconsult*, it ondersteuning, ict beheer, "
        "computer+onderhoud, ict, it bedrijf",
        "réparation+ordinateur*, maintenance informatique, conseil informatique, dépannage informatique, "
        "conseil+informatique*, informatique",
        "computerreparatur*, it beratung, edv beratung, reparatur+datenverarbeitungs*, it dienstleist*, "
        "informationstechnolog*, it unternehmen",
    ),
    "7392": InWords(  # Management, consulting and public relations services
        "management consult*, consultancy, business consult*, strategy advis*, consulting, business management",
        "managementadvies*, bedrijfsadvies*, consultancy*, adviesbureau*, bedrijfsvoering*, adviesbureaus",
        "conseil en gestion, conseil aux entreprises, cabinet de conseil, consultance, conseil en stratégie, "
        "conseil de gestion",
        "unternehmensberatung*, managementberat*, beratung*",
    ),
    "7393": InWords(  # Detective agencies, protective agencies and security services, including armoured cars …
        "security service, private security, detective, security guard, investigation, alarm monitoring, armoured car",
        "beveiliging*, bewaking*, detective*, opsporing*, recherchebureau*",
        "sécurité privée, gardiennage*, détective*, enquête*, surveillance",
        "sicherheitsdienst*, wachdienst*, detektei*, wach und sicherheits*, bewachung*",
    ),
    "7395": InWords(  # Photofinishing laboratories and photo developing
        "photo lab, photographic laboratory, photo printing",
        "fotolab*, fotoafdruk*, ontwikkellab",
        "laboratoire photo, laboratoire photographique, tirages photo",
        "fotolabor*, fotoentwicklung*",
    ),
    "7399": InWords(  # Business services – not elsewhere classified
        "packaging service, translation, event organisation, trade fair, call centre, business support, office "
        "administrat*, convention, coworking, event venue",
        "vertaal*, verpakking*, beurzen, congressen, callcenter*, call center*, evenementenbureau*, administratieve "
        "diensten, coworking*, evenementenlocatie*",
        "traduction*, conditionnement, salons professionnels, congrès, centre d'appels, événementiel, secrétariat, "
        "coworking, lieu d'événements",
        "übersetz*, verpackung*, messen, kongress*, callcenter*, eventagentur*, messeveranstalt*, coworking*",
    ),
    "7829": InWords(  # Motion picture and video tape production and distribution
        "film production, video production, motion picture production, post production, film distribution",
        "filmproductie*, videoproductie*, productie+films, productie+televisie*",
        "production+films, production vidéo, postproduction*, production audiovisuelle",
        "filmproduktion*, videoproduktion*, herstellung+filmen, filmverleih*",
    ),
    "8734": InWords(  # Testing laboratories (non-medical)
        "testing laboratory, technical testing, technical analysis, product testing",
        "technische keuring*, testlaborator*, keuringsinstelling*",
        "analyses techniques, essais techniques, contrôle technique",
        "technische untersuchung*, prüflabor*, prüfstelle*",
    ),
    "8911": InWords(  # Architectural, engineering and surveying services
        "architect*, engineering, surveying, surveyor, technical consult*",
        "architect*, ingenieur*, landmeter*, studiebureau*, technisch ontwerp",
        "architecte*, architecture, ingénierie*, géomètre*, bureau d'études",
        "architekt*, ingenieur*, vermessung*, planungsbüro*",
    ),
    "8931": InWords(  # Accounting, auditing and bookkeeping services
        "accounting, accountant, bookkeep*, audit, auditing, auditor",
        "boekhoud*, accountant*, belastingconsulenten, fiduciaire*, bedrijfsrevisor*",
        "comptab*, expert comptable, fiduciaire, commissaire aux comptes, audit*",
        "buchhalt*, steuerberat*, wirtschaftsprüf*, buchführung*",
    ),
    "8999": InWords(  # Professional services – not elsewhere classified
        "professional service, notary, auctioneer, auction, scientific research, technical activities",
        "notaris*, veiling*, deskundig*, speur en ontwikkelingswerk, beroepsactiviteiten",
        "notaire*, expertise, vente aux enchères, recherche et développement, activités spécialisées",
        "notar*, auktion*, gutachter*, forschung*, freiberufliche",
    ),
}
