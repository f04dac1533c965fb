"""Phrases that look like a sign and are none: “Ford Escort parts”, “our bank statement”."""

HARMLESS: tuple[str, ...] = (
    "ford escort, security escort, police escort, escort vehicle",
    "carbon dating, radiocarbon dating, dating from, dating back",
    "cfd simulation, cfd analysis, cfd engineering, cfd modelling",
    "cigarette lighter, allume cigarette",
    "veterinary medicine, chinese medicine, internal medicine, sports medicine, practice of medicine",
    "glue pistol, massage pistol, paint pistol, glue gun, massage gun",
    "bank statement, bank account, bank transfer, bank guarantee, bank card, by bank",
    "supermarché casino, supermarkt casino, casino supermarket, géant casino, petit casino, hyper casino",
    "software for pharmacy, pharmacy software, pharmacy equipment, pharmacy furniture, software+apotheken, "
    "software+apotheek, logiciel+pharmacie, agencement+pharmacie, logiciel+officine",
    "for pharmacies, for independent pharmacies, for community pharmacies, for chemists, voor apotheken, "
    "voor apothekers, pour pharmacies, pour officines, pour les pharmacies, für apotheken",
    "apothekerschr*, apothekerkast*, for casinos, voor casino's, pour casinos, für casinos, für spielbanken, "
    "for tobacconists, for banks",
    "companions for seniors, companion for seniors, gezelschap+senioren, begleitservice+senioren, begleitung+senioren",
    "loten+gedrukt, lose+gedruckt, tickets+printed, carnets de tombola",
    "software for casino, casino software, casino chip, casino themed",
    "medicine ball, medicine cabinet, peptide serum, peptide cream, snuff box, cigar box, cigarette card",
    "à roulettes, roulettes pour, gun cabinet, water pistol, water gun, nicotine free, sans nicotine, nikotinfrei*",
    "vaccine fridge, tobacco free, sans tabac",
    "relevé bancaire, compte bancaire, bankrekening, bankuittreksel, bankkonto, kontoauszug",
)
"""As a longer phrase each takes its words away from the shorter ones inside it, then counts for nothing itself."""
