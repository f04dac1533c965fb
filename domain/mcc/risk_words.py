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
        "adult content, adult video, adult film, adult movie, adult entertainment, adult webcam, adult shop, adult "
        "toy, adult site, adult website, adult chat, adult magazine, porn*, erotic, erotica, xxx, nsfw, sex shop, "
        "sex toy, sex doll, phone sex, live cam, camgirl*, cam girl, cam model, strip club, stripclub, peep show, "
        "brothel, swingers club, fetish, bdsm, explicit content, explicit video, onlyfans",
        "erotisch*, erotiek*, porno*, seksshop*, sekswinkel*, seksspeeltje*, sekscam*, seksfilm*, seksclub*, "
        "sekslijn*, films voor volwassenen, video's voor volwassenen, speeltjes voor volwassenen, stripclub*, "
        "webcamseks*, camgirl*, bordeel*, parenclub*, swingersclub*, fetisj*, bdsm",
        "érotique, érotisme, porno*, sex shop, sexshop, love shop, sextoy*, vidéos pour adultes, films pour adultes, "
        "contenu pour adultes, jouets pour adultes, jouets intimes, site pour adultes, webcams coquines, vidéos "
        "coquines, tchat coquin, téléphone rose, film x, club de striptease, club échangiste, échangisme, maison "
        "close, fétichis*, libertin*",
        "erotik*, erotisch*, porno*, sexshop*, sexcam*, sexfilm*, sexclub*, sexspielzeug*, liebesspielzeug*, "
        "telefonsex, livecam*, camgirl*, inhalte für erwachsene, filme für erwachsene, spielzeug für erwachsene, "
        "stripclub*, bordell*, laufhaus*, swingerclub*, fetisch*",
    ),
    Flag.CANNABIS: InWords(
        "cannabis, cbd, marijuana, hemp oil, hemp flower, hemp extract, thc, hhc, cannabinoid, cannabidiol, grow "
        "shop, growshop, head shop, headshop, kratom, magic mushroom, psilocybin",
        "cannabis*, cbd, wiet, wietzaden, hennepolie*, hennepbloem*, coffeeshop*, growshop*, headshop*, smartshop*, "
        "hasj, kratom, magic truffels",
        "cannabis, cbd, cannabidiol, chanvre bien être, fleurs de chanvre, huile de chanvre, growshop*, headshop*, "
        "kratom",
        "cannabis*, cbd, cannabidiol, hanföl*, hanfblüten*, marihuana, hanfshop*, growshop*, headshop*, kratom",
    ),
    Flag.CROWDFUNDING: InWords(
        "crowdfund*, crowdlend*, peer to peer lending, p2p lending, crowd investing",
        "crowdfund*, crowdlend*",
        "crowdfund*, crowdlend*, financement participatif, prêt participatif",
        "crowdfund*, crowdlend*, crowdinvest*, schwarmfinanzier*",
    ),
    Flag.CRYPTO: InWords(
        "crypto, cryptocurrenc*, crypto asset, bitcoin*, ethereum, stablecoin*, altcoin*, nft, initial coin "
        "offering, token sale, virtual currenc*, virtual asset, digital currenc*, money order, travellers cheque, "
        "traveler's check, bureau de change, currency exchange, foreign exchange bureau, exchange of currenc*",
        "crypto, cryptomunt*, cryptovaluta*, cryptobeurs*, cryptohandel*, cryptoactiva, bitcoin*, virtuele munt*, "
        "virtuele valuta, digitale munt*, wisselkantoor*, geldwissel*, vreemde valuta",
        "crypto, cryptomonnaie*, cryptodevise*, cryptoactif*, crypto actif, bitcoin*, monnaie virtuelle, monnaie "
        "numérique, actifs numériques, bureau de change, change de devises, chèques de voyage, mandats postaux",
        "krypto, kryptowährung*, kryptobörse*, kryptohandel*, kryptowert*, kryptoverwahr*, bitcoin*, virtuelle "
        "währung*, digitale währung*, wechselstube*, geldwechsel*, sortenwechsel*, reiseschecks",
    ),
    Flag.DATING: InWords(
        "dating, dating site, dating app, matchmaking, matchmaker, marriage bureau, introduction agency, singles "
        "site, escort, escort girl, sugar daddy, sugar baby, mail order bride, hookup, meet singles",
        "dating*, datingsite*, relatiebemiddeling*, relatiebureau*, huwelijksbureau*, huwelijksbemiddeling*, escort, "
        "escortbureau*, escortservice*, singles ontmoet*, vrijgezellen ontmoet*, sekscontact*, seksdating*",
        "rencontres en ligne, site de rencontre, appli de rencontre, application de rencontre, rencontres entre "
        "célibataires, rencontres sérieuses, rencontres coquines, agence matrimoniale, escorte, escort girl, speed "
        "dating",
        "singlebörse*, partnervermittlung*, partnersuche*, partnerbörse*, heiratsvermittlung*, eheanbahnung*, "
        "dating*, kontaktbörse*, seitensprung*, escort, escortservice*, begleitagentur*, begleitservice*",
    ),
    Flag.DEBT_COLLECTION: InWords(
        "debt collect*, debt recover*, collection agency, debt purchas*",
        "incasso*, schuldinvordering*",
        "recouvrement de créances, société de recouvrement, rachat de créances",
        "inkasso*, forderungseinzug*",
    ),
    Flag.FILE_SHARING: InWords(
        "cyberlocker*, cyber locker, file locker, file sharing, filesharing, share files, file hosting, file hoster, "
        "one click hosting, usenet, newsgroup access, torrent, seedbox*, seed box, iptv, warez, bulletproof hosting, "
        "offshore hosting",
        "bestandsdeling*, bestanden delen, filesharing*, bestandshosting*, cyberlocker*, usenet, torrents, seedbox*, "
        "iptv",
        "partage de fichiers, hébergement de fichiers, hébergeur de fichiers, cyberlocker*, usenet, torrent, "
        "seedbox*, iptv",
        "filesharing*, filehosting*, filehoster*, sharehoster*, dateifreigabe*, dateien tauschen, tauschbörse*, "
        "usenet, cyberlocker*, seedbox*, iptv",
    ),
    Flag.FINANCIAL: InWords(
        "payday loan, money lend*, consumer credit, credit granting, credit institution, consumer loan, personal "
        "loan, cash advance, payment institution, payment service provider, electronic money, e money institution, "
        "private bank, credit union, savings bank",
        "kredietverstrekking*, kredietinstelling*, consumentenkrediet*, geldlening*, persoonlijke lening*, "
        "minilening*, kredietmaatschappij*, kredietmakelaar*, betaalinstelling*, betalingsinstelling*, elektronisch "
        "geld, spaarbank*",
        "crédit à la consommation, établissement de crédit, distribution de crédit, prêteur, prêts personnels, prêt "
        "personnel, microcrédit*, courtier en crédit, établissement de paiement, monnaie électronique, caisse "
        "d'épargne",
        "kreditinstitut*, *kreditinstitute, verbraucherkredit*, geldverleih*, kreditvermittl*, ratenkredit*, "
        "sofortkredit*, minikredit*, zahlungsinstitut*, zahlungsdienst*, e geld institut, sparkasse*",
    ),
    Flag.FIREARMS: InWords(
        "firearm, ammunition, ammo, rifle, shotgun, handgun, revolver, pistol, gun shop, gun store, gun dealer, "
        "gunsmith*, hunting gun, guns and ammunition, weapon, silencer for rifle",
        "vuurwapen*, wapenwinkel*, wapenhandel*, wapensmid*, munitie*, jachtgeweer*, jachtwapen*, geweren, wapens",
        "armes à feu, armes de chasse, armes de tir, armurerie*, armurier*, fusils de chasse, carabines, munitions, "
        "armes et munitions",
        "schusswaffe*, waffenhandel*, waffengeschäft*, waffen, jagdwaffe*, büchsenmacher*, gewehre, pistolen, "
        "munition*",
    ),
    Flag.FUNDRAISING: InWords(
        "fundraising, donation",
        "fondsenwerving*, donaties",
        "collecte de fonds, collecte de dons",
        "spendensammlung*, spendenaktion*",
    ),
    Flag.GAMBLING: InWords(
        "casino*, gambling, betting, wager*, bookmaker*, sportsbook, lottery, lotto, poker, slot machine, roulette, "
        "bingo, sports bet, place bet, jackpot, sweepstake, scratch card, games of chance, game of chance",
        "casino*, gokken, gokkast*, gokspel*, goksite*, gokhal*, kansspel*, loterij*, loten, krasloten, kraslot, "
        "weddenschap*, sportweddenschap*, wedkantoor*, weddenkantoor*, speelhal*, speelautomatenhal*, bookmaker*",
        "casino*, paris sportifs, paris en ligne, prise de paris, jeux d'argent, jeux de hasard, jeux de grattage, "
        "maison de jeux, loterie*, loto, tombola, machine à sous, bookmaker*, paris hippiques, pmu, tiercé",
        "casino*, kasino*, *casino, glücksspiel*, sportwette*, pferdewette*, wettbüro*, wettanbieter*, wettannahme*, "
        "buchmacher*, lotterie*, lotto, lottoannahme*, rubbellos*, spielbank*, spielhalle*, spielothek*, "
        "spielautomat*",
    ),
    Flag.GAMES_OF_SKILL: InWords(
        "fantasy sports, skill game, skill gaming, games of skill, game of skill, loot box, skin trading",
        "behendigheidsspel*, lootbox*",
        "jeux d'adresse, jeux de compétence",
        "geschicklichkeitsspiel*, lootbox*",
    ),
    Flag.MASSAGE: InWords(
        "massage parlour, massage parlor, erotic massage, tantra massage, body to body massage",
        "massagesalon*, tantramassage*",
        "salon de massage, massage tantrique, massage naturiste",
        "massagesalon*, tantramassage*",
    ),
    Flag.MONEY_TRANSFER: InWords(
        "money transfer, send money, remittance, money remittance, bureau de change, currency exchange, prepaid "
        "card, stored value, wire transfer",
        "geldtransfer*, geldtransactiekantoor*, geldverzending*, geld versturen, wisselkantoor*, prepaidkaart*",
        "transfert d'argent, transferts d'argent, envoi d'argent, envoyer de l'argent, bureau de change, carte "
        "prépayée",
        "geldtransfer*, geldüberweisung*, finanztransfer*, wechselstube*, prepaidkarte*",
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
        "pharmacy, pharmacist, dispensing chemist, drugstore, drug store, medicine, medication, prescription drug, "
        "prescription medicine, pharmaceutical, drug wholesal*, vaccine, steroid, anabolic, sarms, growth hormone, "
        "peptide, viagra, cialis, sildenafil, semaglutide, ozempic, diet pill, slimming pill, weight loss pill, "
        "erectile dysfunction",
        "apotheek, *apotheek, apotheken, apotheker*, geneesmiddel*, medicijn*, medicatie, farmaceutisch*, vaccins, "
        "anabole, steroïden, afslankpil*, potentiepil*, erectiepil*, erectiemiddel*",
        "pharmacie, pharmacien*, officine, médicament*, pharmaceutique, vaccin, stéroïdes, anabolisant*, pilules "
        "amaigrissantes, coupe faim, dysfonction érectile",
        "apotheke*, *apotheke, arzneimittel*, arznei, medikament*, versandapotheke*, pharmagroßhandel*, pharmazeut*, "
        "rezeptpflichtig*, impfstoff*, anabolika*, steroide, potenzmittel*, schlankheitspille*, abnehmpille*",
    ),
    Flag.PRECIOUS: InWords(
        "gold bullion, bullion, loose diamond, precious metal, precious stone, gold bar",
        "edelmetalen, goudstaven, goudhandel*, diamanthandel*, edelstenen",
        "métaux précieux, pierres précieuses, lingots d'or, diamants bruts",
        "edelmetall*, goldbarren*, edelsteinhandel*, diamanthandel*",
    ),
    Flag.SUBSCRIPTION: InWords(
        "negative option, free trial subscription, trial subscription, continuity subscription, trial box, "
        "trial+automatically, automatically+renew*",
        "proefabonnement*, gratis proefabonnement*, proefperiode+automatisch*, proefpakket+abonnement*",
        "abonnement d'essai, essai gratuit avec abonnement, essai+automatiquement, tacite reconduction",
        "probeabo*, probeabonnement*, testabo*, testphase+automatisch*, probemonat+automatisch*",
    ),
    Flag.TELEMARKETING: InWords(
        "telemarket*, telesales, telephone sales, cold calling, cold call, outbound call*",
        "telemarket*, telefonische verkoop, telefonische acquisitie, koude acquisitie, telefoonverkoop*",
        "télémarketing, télévente, téléprospection, prospection téléphonique, démarchage téléphonique, vente par "
        "téléphone, appels sortants",
        "telemarketing, telefonmarketing, telefonverkauf*, telefonakquise*, kaltakquise*",
    ),
    Flag.TOBACCO: InWords(
        "tobacco*, cigarette, cigar, cigarillo, vape, vaping, vaporizer, vaporiser, e cigarette, e cig, electronic "
        "cigarette, e liquid, e juice, vape juice, shisha, hookah, snus, snuff, nicotine, rolling paper, smoke shop",
        "tabak*, rookwaren, sigaret*, sigaren*, e sigaret*, esigaret*, vape, vapes, vapeshop*, dampwinkel*, e "
        "liquid, waterpijp*, shisha*, nicotine*",
        "tabac, buraliste*, cigarette, cigarillo, cigare, vapotage, vapoteur*, vapoteuse*, cigarette électronique, e "
        "liquide, chicha, narguilé*, nicotine",
        "tabak*, zigarette*, zigarillo*, zigarren*, e zigarette*, ezigarette*, shisha*, wasserpfeife*, "
        "raucherbedarf, nikotin*, vape, vapes, vapeshop*, e liquid, dampfershop*",
    ),
    Flag.TRADING: InWords(
        "forex, cfd, binary option, fx trading, foreign exchange trading, currency trading, contract for difference, "
        "contracts for difference, leveraged trading, day trading, copy trading, spread betting, trading platform, "
        "share dealing, share trading, stock trading, stockbroker*, stock broker*, securities broker*, securities "
        "dealing, securities trading, security brokerage, online broker*, futures trading",
        "forex*, cfd, binaire opties, valutahandel*, effectenhandel*, effectenmakelaar*, beursmakelaar*, "
        "beursvennootschap*, aandelenhandel*, daghandel*, handelsplatform*, beleggingsplatform*",
        "forex, cfd, options binaires, contrats sur différence, courtage en bourse, courtier en bourse, société de "
        "bourse, trading en ligne, plateforme de trading, valeurs mobilières, courtage en ligne, marché des changes",
        "forex*, cfd, binäre optionen, differenzkontrakt*, devisenhandel*, wertpapierhandel*, aktienhandel*, "
        "börsenhandel*, börsenmakler*, wertpapierdienst*, daytrading, online broker*, handelsplattform*",
    ),
}

CODE_OF: dict[str, str] = {
    Flag.ADULT: "5967",
    Flag.CRYPTO: "6051",
    Flag.DATING: "7273",
    Flag.DEBT_COLLECTION: "7322",
    Flag.FILE_SHARING: "4816",
    Flag.FINANCIAL: "6012",
    Flag.FIREARMS: "5723",
    Flag.FUNDRAISING: "8398",
    Flag.GAMBLING: "7995",
    Flag.MASSAGE: "7297",
    Flag.MONEY_TRANSFER: "4829",
    Flag.PAWN: "5933",
    Flag.PHARMACEUTICALS: "5912",
    Flag.PRECIOUS: "5094",
    Flag.SUBSCRIPTION: "5968",
    Flag.TELEMARKETING: "5966",
    Flag.TOBACCO: "5993",
    Flag.TRADING: "6211",
}
"""The code of which the words are signs, too. Cannabis, crowdfunding and multi-level marketing have none."""
