"""Vehicles, and the carriage of people and goods."""

from domain.mcc.vocabulary import InWords, Vocabulary

VEHICLES_AND_TRANSPORT: Vocabulary = {
    "4111": InWords(  # Local and suburban commuter passenger transportation, including ferries
        "commuter transport, ferry, urban transport, passenger land transport, public transport",
        "openbaar vervoer, veerdienst*, veerboot*, personenvervoer+land, stadsvervoer",
        "transport urbain, transports urbains, ferry, transport public, transports+voyageurs",
        "nahverkehr*, fähre*, personenbeförderung+nahverkehr",
    ),
    "4112": InWords(  # Passenger railways
        "passenger rail*, train operator, interurban rail",
        "spoorwegen*, personenvervoer+spoor*, treinvervoer*",
        "transport ferroviaire, chemin de fer, trains",
        "eisenbahn*, personenbeförderung+eisenbahn*, bahnverkehr",
    ),
    "4121": InWords(  # Taxi-cabs and limousines
        "taxi, limousine, airport transfer, chauffeur, ride hailing",
        "taxi*, luchthavenvervoer*, limousine*, chauffeursdienst*",
        "taxi, transferts vers l'aéroport, vtc, limousine*",
        "taxi*, flughafentransfer*, limousine*, mietwagen mit fahrer",
    ),
    "4131": InWords(  # Bus lines
        "coach hire, bus line, bus company, bus transport*, bus, charter bus",
        "busvervoer*, autocar*, busmaatschappij*, busreizen",
        "autocar*, autobus, lignes de bus",
        "busunternehmen*, busreisen*, omnibus*, reisebus*",
    ),
    "4214": InWords(  # Motor freight carriers and trucking – local and long distance, moving and storage …
        "road haulage, trucking, freight transport, removal, moving company, haulier, logistics, freight",
        "verhuis*, wegvervoer*, goederenvervoer*, transportbedrijf*, vrachtvervoer*, logistiek*",
        "déménagement*, transport routier, transport de marchandises, fret, logistique*",
        "spedition*, umzug*, umzüge*, güterbeförderung*, gütertransport*, logistik*, güterverkehr*, "
        "transportunternehmen*",
    ),
    "4215": InWords(  # Courier services – air and ground and freight forwarders
        "courier, parcel, freight forward*, express delivery, messenger, postal",
        "koerier*, pakket*, expediteur*, pakjes*, post en koerier*, postdienst*",
        "coursier*, colis, messagerie*, livraison express, courrier*, activités de poste",
        "kurier*, paket*, express*, postdienst*, zustelldienst*",
    ),
    "4225": InWords(  # Public warehousing and storage – farm products, refrigerated goods and household goods
        "self storage, warehousing, storage room, warehouse, storage",
        "opslag*, self storage, opslagruimte*, magazijn*",
        "entreposage*, garde meuble*, self stockage, stockage",
        "lagerung*, lagerei*, self storage, lagerraum*, lagerhaus*",
    ),
    "4411": InWords(  # Steamships and cruise lines
        "cruise line, sea passenger, passenger water transport, steamship",
        "cruiserederij*, personenvervoer+zee, personenvervoer+water*",
        "transports maritimes de passagers, transports+maritimes, compagnie de croisière*",
        "personenbeförderung+see*, personenbeförderung+schifffahrt, reederei*",
    ),
    "4457": InWords(  # Boat rentals and leasing
        "boat rental, boat hire, yacht charter, rental+boat, rental+water transport",
        "bootverhuur*, botenverhuur*, jachtverhuur*, verhuur+schepen",
        "location de bateaux, location+bateaux",
        "bootsverleih*, yachtcharter*, bootsvermietung*, vermietung+wasserfahrzeug*",
    ),
    "4511": InWords(  # Airlines and air carriers
        "airline, air carrier, passenger air transport, low cost carrier",
        "luchtvaartmaatschappij*, personenvervoer+lucht*",
        "compagnie aérienne, transports aériens",
        "fluggesellschaft*, personenbeförderung+luftfahrt, airline",
    ),
    "4582": InWords(  # Airports, flying fields and airport terminals
        "airport, airport terminal",
        "luchthaven*, vliegveld*, ondersteuning+luchtvaart",
        "aéroport*, services auxiliaires+aériens",
        "flughafen*, flughäfen*",
    ),
    "4722": InWords(  # Travel agencies and tour operators
        "travel agency, tour operator, package tour, holiday package, city break, safari, cruise holiday, travel agent",
        "reisbureau*, touroperator*, reisorganisatie*, reisagentschap*, groepsreizen*, ~reizen",
        "agence de voyages, voyagiste*, circuits touristiques, croisières, tour opérateur*, ~voyages",
        "reisebüro*, reiseveranstalter*, pauschalreisen*, kreuzfahrten, ~reisen",
    ),
    "4784": InWords(  # Tolls and bridge fees
        "toll, bridge fee",
        "tolheffing*, tolweg*",
        "péage*",
        "maut*",
    ),
    "5511": InWords(  # Car and truck dealers (new and used) sales, services, repairs, parts and leasing
        "car dealer*, new car, car sales, motor vehicle, automobile dealer, truck dealer, light motor vehicle, car "
        "showroom",
        "autodealer*, autohandel*, personenauto*, bestelwagens, motorvoertuigen, autoshowroom*",
        "concessionnaire*, véhicules automobiles, vente de voitures, voitures neuves, ~automobiles",
        "autohaus*, autohändler*, kraftwagen*, neuwagen*, autohandel*, kraftfahrzeug*",
    ),
    "5521": InWords(  # Car and truck dealers (used only) sales, service, repairs, parts and leasing
        "used car, second hand car, used vehicle",
        "tweedehands+auto*, tweedehandswagen*, tweedehandsauto*, occasiewagen*, auto occasion*",
        "voitures d'occasion, véhicules d'occasion",
        "gebrauchtwagen*, gebrauchte fahrzeuge",
    ),
    "5532": InWords(  # Automotive tyre outlets
        "tyre, tire",
        "banden, bandencentrale*, autoband*, bandenwinkel*",
        "pneu*",
        "reifen*, reifenhandel*",
    ),
    "5533": InWords(  # Automotive parts and accessories outlets
        "car part, auto part, ~spare part, motor vehicle part, vehicle accessory, car accessory",
        "auto onderdelen, auto onderdeel, auto accessoires, onderdelen+motorvoertuig*, autoaccessoires, "
        "onderdelen+auto*",
        "pièces auto, ~pièces détachées, équipements automobiles, accessoires automobiles, pièces+automobile*",
        "autoteile*, ~ersatzteile*, kfz teile, autozubehör*, kraftwagenteile*, teile+kraftwagen*",
    ),
    "5541": InWords(  # Service stations (with or without ancillary services)
        "petrol station, gas station, gasoline station, filling station, service station, automotive fuel",
        "tankstation*, benzinestation*, benzinepomp*, motorbrandstof*",
        "station service, station essence, carburant*",
        "tankstelle*, motorenkraftstoff*",
    ),
    "5551": InWords(  # Boat dealers
        "boat dealer*, yacht sales, yacht",
        "boten+verkoop, jachten*, botenhandel*",
        "vente de bateaux, ~bateaux",
        "bootshandel*, yachten*",
    ),
    "5552": InWords(  # Electric Vehicle Charging
        "charging station, ev charging, charging point, electric vehicle charging",
        "laadpaal, laadpalen, laadstation*, laadpunt*",
        "borne de recharge, recharge électrique, bornes+recharge",
        "ladestation*, ladesäule*, ladepunkt*",
    ),
    "5571": InWords(  # Motorcycle shops and dealers
        "motorcycle, scooter, moped",
        "motorfiets*, bromfiets*, scooter*, motorrijwiel*, motorzaak, motor, motoren, motorwinkel*",
        "motocycle*, motos, scooter*, cyclomoteur*",
        "motorrad*, motorräder*, krafträder*, motorroller*, motorradhandel*",
    ),
    "7512": InWords(  # Automobile rentals
        "car rental, car hire, rent a car, rental+car, hire+car, rental of cars, van rental",
        "autoverhuur*, wagenverhuur*, auto huren, verhuur+personenauto*, verhuur+auto*",
        "location de voitures, location+automobile*, location+voiture*, voitures de location",
        "autovermietung*, mietwagen*, vermietung+kraftwagen*, autoverleih*, vermietung+auto*",
    ),
    "7513": InWords(  # Truck and utility trailer rentals
        "truck rental, trailer rental, rental+truck, truck hire",
        "vrachtwagenverhuur*, verhuur+vrachtwagen*, aanhangwagenverhuur*",
        "location de camions, location+camion*, location+remorque*",
        "lkw vermietung, vermietung+lastkraftwagen*, anhängerverleih*, vermietung+lkw",
    ),
    "7519": InWords(  # Motor home and recreational vehicle rentals
        "camper rental, motorhome rental, rental+motor home, rv rental, motorcycle rental, rental+motorcycle",
        "camperverhuur*, mobilhomeverhuur*, verhuur+camper*, motorfietsverhuur*",
        "location de camping cars, location+camping car, location de motos",
        "wohnmobilvermietung*, vermietung+wohnmobil*, camper mieten, motorradverleih*, motorradvermietung*",
    ),
    "7523": InWords(  # Parking lots and garages
        "parking, car park, parking garage",
        "parkeer*, parking*, parkeergarage*",
        "parking, stationnement*",
        "parkhaus*, parkhäuser*, parkplatz*, parkplätze*, parkraum*",
    ),
    "7531": InWords(  # Automotive body repair shops
        "body shop, panel beat*, car body, dent",
        "carrosserie*, uitdeuken, schadeherstel*",
        "carrosserie*, débosselage",
        "karosserie*, unfallinstandsetz*, smart repair",
    ),
    "7535": InWords(  # Automotive paint shops
        "car paint, respray, automotive paint",
        "autospuiterij*, autolak*",
        "peinture automobile, peinture carrosserie",
        "autolackier*, fahrzeuglackier*, lackiererei*",
    ),
    "7538": InWords(  # Automotive service shops (non-dealer)
        "car repair, auto repair, garage, car service, car workshop, mechanic, maintenance and repair of motor "
        "vehicle, repair+motor vehicle",
        "garage*, autogarage*, autoherstel*, apk*, auto onderhoud, onderhoud en reparatie van motor*, automonteur*, "
        "onderhoud+auto*",
        "garage, garagiste*, réparation automobile, entretien et réparation+véhicules, entretien+automobile*, "
        "mécanicien auto",
        "autowerkstatt*, kfz werkstatt, instandhaltung+kraftwagen, reparatur+kraftwagen, autoreparatur*, kfz "
        "reparatur, kfz service",
    ),
    "7542": InWords(  # Car washes
        "car wash, car valeting",
        "carwash*, autowas*, wasstraat, autowasstraat",
        "car wash, lavage auto, station de lavage, lavage de voitures",
        "autowäsche*, waschanlage*, waschstraße, autowasch*",
    ),
    "7549": InWords(  # Towing services
        "towing, breakdown service, roadside assistance",
        "takeldienst*, pechverhelping*, sleepdienst*",
        "dépannage+remorquage, remorquage, dépannage automobile",
        "abschlepp*, pannenhilfe*",
    ),
}
