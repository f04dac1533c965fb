"""Words that raise a flag whatever the code: card schemes' high-risk trades in English, Dutch, French and German.

They are chosen to miss little, since a classifier misses about half of these trades. Words that mean something else in
another of the four languages are left out: `wetten` are laws in Dutch, `Paris` is a city.
"""

from enum import StrEnum

from domain.mcc.vocabulary import InWords


class Flag(StrEnum):
    """A trade that card schemes or anti-money-laundering rules single out, in the words shown to officers."""

    ADULT = "adult content"
    CANNABIS = "cannabis or CBD"
    CROWDFUNDING = "crowdfunding"
    CRYPTO = "crypto-assets or quasi-cash"
    DATING = "dating or escort"
    DEBT_COLLECTION = "debt collection"
    FILE_SHARING = "file sharing or network services"
    FINANCIAL = "financial institution"
    FIREARMS = "firearms or ammunition"
    FUNDRAISING = "fundraising"
    GAMBLING = "gambling"
    GAMES_OF_SKILL = "games of skill"
    MASSAGE = "massage parlour"
    MONEY_TRANSFER = "money transfer or stored value"
    MULTI_LEVEL = "multi-level marketing"
    PAWN = "pawnbroking"
    PHARMACEUTICALS = "pharmaceuticals"
    PRECIOUS = "precious metals or stones"
    SUBSCRIPTION = "subscription with negative option"
    TELEMARKETING = "outbound telemarketing"
    TOBACCO = "tobacco or vaping"
    TRADING = "trading in forex, CFDs or securities"


RISK_WORDS: dict[str, InWords] = {
    Flag.ADULT: InWords(
        "adult content, adult video, adult film, adult movie, adult entertainment, adult webcam, adult shop, "
        "adult toy, adult site, adult website, porn*, erotic, erotica, xxx, sex shop, sex toy, live cam, strip "
        "club, stripclub, onlyfans",
        "erotisch*, erotiek*, porno*, seksshop*, sekswinkel*, seksspeeltje*, sekscam*, films voor volwassenen, "
        "video's voor volwassenen, stripclub*, webcamseks*",
        "érotique, porno*, sex shop, sextoy*, vidéos pour adultes, films pour adultes, contenu pour adultes, site "
        "pour adultes, club de striptease, libertin*",
        "erotik*, porno*, sexshop*, sexcam*, sexspielzeug*, livecam*, inhalte für erwachsene, filme für "
        "erwachsene, stripclub*, bordell*",
    ),
    Flag.CANNABIS: InWords(
        "cannabis, cbd, marijuana, hemp oil, hemp flower, hemp extract, thc, cannabinoid",
        "cannabis*, cbd, wiet, wietzaden, hennepolie*, hennepbloem*, coffeeshop*, hasj",
        "cannabis, cbd, chanvre bien être, fleurs de chanvre, huile de chanvre",
        "cannabis*, cbd, hanföl*, hanfblüten*, marihuana, hanfshop*",
    ),
    Flag.CROWDFUNDING: InWords(
        "crowdfund*, crowdlend*, peer to peer lending, p2p lending, crowd investing",
        "crowdfund*, crowdlend*",
        "crowdfund*, crowdlend*, financement participatif, prêt participatif",
        "crowdfund*, crowdlend*, crowdinvest*, schwarmfinanzier*",
    ),
    Flag.CRYPTO: InWords(
        "crypto, cryptocurrenc*, crypto asset, bitcoin*, ethereum, stablecoin*, nft, initial coin offering, token sale",
        "crypto, cryptomunt*, cryptovaluta*, cryptobeurs*, bitcoin*",
        "crypto, cryptomonnaie*, cryptoactif*, crypto actif, bitcoin*, monnaie virtuelle",
        "krypto, kryptowährung*, kryptobörse*, kryptohandel*, bitcoin*",
    ),
    Flag.DATING: InWords(
        "dating, dating site, dating app, matchmaking, escort, escort girl, sugar daddy, mail order bride",
        "dating*, datingsite*, relatiebemiddeling*, escort, escortbureau*, escortservice*",
        "rencontres en ligne, site de rencontre, agence matrimoniale, escorte, escort girl, rencontres coquines",
        "singlebörse*, partnervermittlung*, partnersuche*, dating*, escort, escortservice*, begleitagentur*",
    ),
    Flag.DEBT_COLLECTION: InWords(
        "debt collect*, debt recover*, collection agency, debt purchas*",
        "incasso*, schuldinvordering*",
        "recouvrement de créances, société de recouvrement, rachat de créances",
        "inkasso*, forderungseinzug*",
    ),
    Flag.FILE_SHARING: InWords(
        "cyberlocker*, file sharing, filesharing, file hosting, usenet, torrent",
        "bestandsdeling*, filesharing*, bestandshosting*, usenet",
        "partage de fichiers, hébergement de fichiers, usenet",
        "filesharing*, filehosting*, sharehoster*, usenet",
    ),
    Flag.FINANCIAL: InWords(
        "payday loan, money lend*, consumer credit, credit granting, credit institution, consumer loan",
        "kredietverstrekking*, kredietinstelling*, consumentenkrediet*, geldlening*, persoonlijke lening*",
        "crédit à la consommation, établissement de crédit, distribution de crédit, prêteur, prêts personnels",
        "kreditinstitut*, *kreditinstitute, verbraucherkredit*, geldverleih*, kreditvermittl*, ratenkredit*",
    ),
    Flag.FIREARMS: InWords(
        "firearm, ammunition, rifle, shotgun, handgun, pistol, gun shop, gun store, gun dealer, guns and "
        "ammunition, weapon",
        "vuurwapen*, wapenwinkel*, wapenhandel*, munitie*, jachtgeweer*, wapens",
        "armes à feu, armes de chasse, armurerie*, armurier*, munitions, armes et munitions",
        "schusswaffe*, waffenhandel*, waffengeschäft*, waffen, jagdwaffe*, munition*",
    ),
    Flag.FUNDRAISING: InWords(
        "fundraising, donation",
        "fondsenwerving*, donaties",
        "collecte de fonds, collecte de dons",
        "spendensammlung*, spendenaktion*",
    ),
    Flag.GAMBLING: InWords(
        "casino*, gambling, betting, wager*, bookmaker*, sportsbook, lottery, lotto, poker, slot machine, "
        "roulette, bingo, sports bet, jackpot, sweepstake",
        "casino*, gokken, gokkast*, gokspel*, goksite*, kansspel*, loterij*, weddenschap*, sportweddenschap*, "
        "bookmaker*",
        "casino*, paris sportifs, jeux d'argent, jeux de hasard, loterie*, machine à sous, bookmaker*, paris hippiques",
        "casino*, kasino*, *casino, glücksspiel*, sportwette*, pferdewette*, wettbüro*, wettanbieter*, lotterie*, "
        "lotto, spielbank*, spielautomat*",
    ),
    Flag.GAMES_OF_SKILL: InWords(
        "fantasy sports, skill game, skill gaming, loot box, skin trading",
        "behendigheidsspel*, lootbox*",
        "jeux d'adresse, jeux de compétence",
        "geschicklichkeitsspiel*, lootbox*",
    ),
    Flag.MASSAGE: InWords(
        "massage parlour, massage parlor, erotic massage, tantra massage",
        "massagesalon*, tantramassage*",
        "salon de massage, massage tantrique",
        "massagesalon*, tantramassage*",
    ),
    Flag.MONEY_TRANSFER: InWords(
        "money transfer, remittance, money remittance, bureau de change, currency exchange, prepaid card, stored value",
        "geldtransfer*, geldtransactiekantoor*, wisselkantoor*, prepaidkaart*",
        "transfert d'argent, envoi d'argent, bureau de change, carte prépayée",
        "geldtransfer*, finanztransfer*, wechselstube*, prepaidkarte*",
    ),
    Flag.MULTI_LEVEL: InWords(
        "multi level marketing, network marketing, mlm, pyramid selling",
        "multilevelmarketing, multi level marketing, netwerkmarketing*",
        "marketing de réseau, vente multi niveaux, vente pyramidale",
        "strukturvertrieb*, network marketing, netzwerkmarketing*",
    ),
    Flag.PAWN: InWords(
        "pawn shop, pawnshop, pawnbrok*",
        "pandhuis*, pandjeshuis*",
        "mont de piété, prêt sur gage, prêteur sur gages",
        "pfandhaus*, pfandleih*, leihhaus*",
    ),
    Flag.PHARMACEUTICALS: InWords(
        "pharmacy, pharmacist, dispensing chemist, drugstore, drug store, medicine, medication, prescription "
        "drug, prescription medicine, pharmaceutical, steroid, anabolic, peptide, viagra",
        "apotheek, *apotheek, apotheken, apotheker*, geneesmiddel*, medicijn*, farmaceutisch*, anabole, steroïden",
        "pharmacie, pharmacien*, médicament*, pharmaceutique, stéroïdes, anabolisant*",
        "apotheke*, *apotheke, arzneimittel*, medikament*, versandapotheke*, pharmagroßhandel*, anabolika*, steroide",
    ),
    Flag.PRECIOUS: InWords(
        "gold bullion, bullion, loose diamond, precious metal, precious stone, gold bar",
        "edelmetalen, goudstaven, goudhandel*, diamanthandel*, edelstenen",
        "métaux précieux, pierres précieuses, lingots d'or, diamants bruts",
        "edelmetall*, goldbarren*, edelsteinhandel*, diamanthandel*",
    ),
    Flag.SUBSCRIPTION: InWords(
        "negative option, free trial subscription, trial subscription, continuity subscription",
        "proefabonnement*, gratis proefabonnement*",
        "abonnement d'essai, essai gratuit avec abonnement",
        "probeabo*, probeabonnement*",
    ),
    Flag.TELEMARKETING: InWords(
        "telemarket*, telesales, cold calling, outbound call*",
        "telemarket*, telefonische verkoop, telefoonverkoop*",
        "télémarketing, télévente, démarchage téléphonique",
        "telemarketing, telefonverkauf*, kaltakquise*",
    ),
    Flag.TOBACCO: InWords(
        "tobacco*, cigarette, cigar, vape, vaping, vaporizer, e cigarette, electronic cigarette, e liquid, "
        "shisha, snus, nicotine pouch",
        "tabak*, sigaret*, sigaren*, e sigaret*, esigaret*, vape, vapes, vapeshop*, e liquid, waterpijp*",
        "tabac, cigarette, cigare, vapotage, vapoteuse*, cigarette électronique, e liquide, chicha",
        "tabak*, zigarette*, zigarren*, e zigarette*, ezigarette*, shisha*, vape, vapes, vapeshop*, e liquid, "
        "dampfershop*",
    ),
    Flag.TRADING: InWords(
        "forex, cfd, binary option, fx trading, contracts for difference, leveraged trading, copy trading, "
        "stockbroker*, securities broker*, securities dealing, security brokerage, online broker*",
        "forex*, cfd, binaire opties, valutahandel*, effectenhandel*, effectenmakelaar*",
        "forex, cfd, options binaires, courtage en bourse, valeurs mobilières, courtage en ligne",
        "forex*, cfd, binäre optionen, devisenhandel*, wertpapierhandel*, börsenmakler*, online broker*",
    ),
}
