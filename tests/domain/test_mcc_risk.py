"""The risk of a category, and the flags that a merchant's own words raise whatever the category."""

import pytest

from domain.mcc import codes, risk
from domain.mcc.classifier import classify
from domain.mcc.risk import assess, risk_of_code, tier_of_flag
from domain.mcc.risk_words import RISK_WORDS, Flag
from domain.mcc.texts import texts_of
from schemas.mcc import MccClassification, MccRequest, RegisteredActivity, RiskTier


def flags(text: str) -> set[str]:
    """What the text raises beside a code of no risk."""
    request = MccRequest(company_name="", answers={"business_activity": text}, website=None)
    return set(assess("5943", texts_of(request)).flags)


def test_every_code_of_the_table_is_known() -> None:
    assert [code for code in risk.BY_CODE if not codes.is_known(code)] == []


@pytest.mark.parametrize("code", ["5967", "7273", "7995", "5122", "5912"])
def test_codes_of_visa_tier_1_are_high(code: str) -> None:
    assert risk_of_code(code).tier == "high"
    assert "Visa VIRP tier 1" in risk_of_code(code).flags


@pytest.mark.parametrize("code", ["6051", "6012", "4816", "5816"])
def test_codes_of_visa_tier_2_are_high(code: str) -> None:
    assert risk_of_code(code).tier == "high"
    assert "Visa VIRP tier 2" in risk_of_code(code).flags


@pytest.mark.parametrize("code", ["6211", "5966", "5968", "5993"])
def test_codes_of_visa_tier_3_are_high(code: str) -> None:
    assert risk_of_code(code).tier == "high"
    assert "Visa VIRP tier 3" in risk_of_code(code).flags


@pytest.mark.parametrize(("code", "tier"), [("5723", "high"), ("5944", "medium"), ("6513", "medium"), ("5411", "low")])
def test_other_codes_have_the_tier_of_their_trade(code: str, tier: RiskTier) -> None:
    assert risk_of_code(code).tier == tier


@pytest.mark.parametrize(
    ("flag", "texts"),
    [
        (Flag.GAMBLING, ("Online casino", "Gokken op sport", "Paris sportifs en ligne", "Sportwetten und Lotto")),
        (Flag.CRYPTO, ("Buy crypto", "Cryptomunten kopen", "Achat de cryptomonnaies", "Kryptowährungen handeln")),
        (Flag.TOBACCO, ("Vapes", "E-sigaretten", "Cigarettes électroniques", "Onlineshop für E-Zigaretten")),
        (Flag.DATING, ("Escort agency", "Escortbureau", "Site de rencontres", "Partnervermittlung")),
        (Flag.PHARMACEUTICALS, ("Online pharmacies", "Apotheek", "Pharmacie", "Versandapotheke")),
        (Flag.ADULT, ("Adult videos", "Erotische films", "Vidéos pour adultes", "Erotikportal")),
        (Flag.TRADING, ("Forex and CFDs", "Binaire opties", "Options binaires", "Devisenhandel")),
        (Flag.FIREARMS, ("Hunting rifles", "Vuurwapens", "Armes à feu", "Waffengeschäft")),
        (Flag.CANNABIS, ("CBD oil", "Coffeeshop", "Huile de chanvre", "Hanfblüten")),
        (Flag.DEBT_COLLECTION, ("Debt collection", "Incassobureau", "Recouvrement de créances", "Inkassobüro")),
        (Flag.TELEMARKETING, ("Telemarketing", "Telefonische verkoop", "Démarchage téléphonique", "Telefonverkauf")),
        (
            Flag.CROWDFUNDING,
            ("Crowdfunding", "Crowdfundingplatform", "Financement participatif", "Schwarmfinanzierung"),
        ),
        (Flag.MONEY_TRANSFER, ("Money transfers", "Wisselkantoor", "Transfert d'argent", "Wechselstube")),
        (Flag.FINANCIAL, ("Payday loans", "Consumentenkrediet", "Crédit à la consommation", "Ratenkredite")),
        (Flag.PAWN, ("Pawn shop", "Pandjeshuis", "Prêt sur gage", "Pfandleihhaus")),
    ],
)
def test_words_raise_a_flag_in_four_languages(flag: Flag, texts: tuple[str, ...]) -> None:
    assert [text for text in texts if flag not in flags(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "pharmacyless clinics",
        "Our shop is in the Apothekerstraat 12",
        "Casinoplein 4, wij verkopen boeken",
        "Parts for the Ford Escort",
        "Antiques dating from 1850, and carbon dating",
        "Updating websites",
        "Paris fashion week, hôtels à Paris",
        "Cryptography and encryption for companies",
        "Belgische wetten en wetboeken",
        "Wetterstationen und Wettbewerbe",
        "Courses for young adults",
        "Cours du soir pour adultes",
        "Coffee shop with cakes",
        "Machines à vapeur",
        "Waffeln und Eis",
        "Glue guns and nail guns",
        "Parapharmacie et cosmétiques",
        "CFD simulation of air flows",
        "12 V cigarette lighter sockets",
        "Better beds",
        "We do not sell tobacco",
        "Wij verkopen geen wapens",
        "Nous ne vendons pas de tabac",
        "Wir verkaufen keine Waffen",
    ],
)
def test_words_that_only_look_alike_raise_nothing(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize(
    ("flag", "texts"),
    [
        (Flag.ADULT, ("Camgirls en direct", "Sekslijn", "Tchat coquin", "Swingerclub", "Phone sex lines")),
        (Flag.CRYPTO, ("Stablecoin wallet", "Virtuele valuta", "Actifs numériques", "Kryptoverwahrung", "Geldwechsel")),
        (Flag.DATING, ("Matchmaker for singles", "Huwelijksbureau", "Rencontres coquines", "Partnerbörse")),
        (Flag.FILE_SHARING, ("Seedbox hosting", "IPTV abonnement", "Hébergeur de fichiers", "Filehoster")),
        (Flag.FINANCIAL, ("Payment institution", "Betaalinstelling", "Courtier en crédit", "Zahlungsinstitut")),
        (Flag.FIREARMS, ("Gunsmith", "Jachtwapens", "Fusils de chasse", "Büchsenmacher")),
        (Flag.GAMBLING, ("Scratch cards", "Wedkantoor", "Prise de paris", "Spielbank", "Spielhalle", "Buchmacher")),
        (Flag.PHARMACEUTICALS, ("Slimming pills", "Erectiepillen", "Pharmacie et officine", "Potenzmittel")),
        (Flag.TELEMARKETING, ("Cold calling", "Koude acquisitie", "Prospection téléphonique", "Kaltakquise")),
        (Flag.TOBACCO, ("Hookah lounge", "Rookwaren", "Narguilés", "Wasserpfeifen", "Nicotine pouches")),
        (Flag.TRADING, ("Spread betting", "Beursmakelaar", "Marché des changes", "Differenzkontrakte")),
    ],
)
def test_other_names_for_a_trade_raise_its_flag(flag: Flag, texts: tuple[str, ...]) -> None:
    assert [text for text in texts if flag not in flags(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Supermarché Casino",
        "Board-game shop",
        "Brettspielladen",
        "Apothekensoftware",
        "Software for pharmacies",
        "Apothekeneinrichtung",
        "Stock photos",
        "Hemp rope",
        "Valises à roulettes",
        "Medicine balls and yoga mats",
        "Bank furniture",
        "Water pistols",
        "Nicotine-free flavours",
    ],
)
def test_harmless_trades_with_a_risky_word_raise_nothing(text: str) -> None:
    assert flags(text) == set()


def test_a_casino_without_deposit_is_a_casino() -> None:
    assert flags("No deposit casino") == {Flag.GAMBLING}


@pytest.mark.parametrize("flag", list(Flag))
def test_every_flag_can_be_raised_by_words_and_is_more_than_low(flag: Flag) -> None:
    assert flag in RISK_WORDS
    assert tier_of_flag(flag) in ("medium", "high")


def test_words_raise_the_tier_above_that_of_the_code() -> None:
    texts = texts_of(MccRequest(company_name="", answers={"remarks": "we also run a casino"}, website=None))
    judged = assess("5943", texts)
    assert (judged.tier, judged.flags) == ("high", ("gambling",))
    assert judged.reasons == ("remarks: “casino” raises “gambling”",)


def test_words_never_lower_the_tier_of_the_code() -> None:
    assert assess("7995", ()).tier == "high"


def test_an_unknown_business_is_not_low() -> None:
    assert assess(None, ()).tier == "medium"
    assert assess(None, ()).flags == (risk.UNKNOWN_BUSINESS,)


def classified(activity: str, *activities: RegisteredActivity) -> MccClassification:
    answers = {"business_activity": activity} if activity else {}
    return classify(MccRequest(company_name="", answers=answers, website=None, activities=activities))


def test_a_high_risk_code_that_is_nearly_as_likely_raises_the_tier_and_says_so() -> None:
    result = classified("Publishing of journals and periodicals")
    assert result.primary_recommendation is not None
    assert risk_of_code(result.primary_recommendation.mcc_code).tier == "low"
    assert result.risk_tier == "high"
    assert any(reason.startswith("5968") and reason.endswith("is nearly as likely") for reason in result.reasons)


def test_the_more_is_known_the_less_is_raised_by_what_is_merely_possible() -> None:
    programming = RegisteredActivity(code="NACE 62.01", source="KBO/BCE")
    assert classified("", programming).risk_tier == "high"
    assert classified("Software for planning the routes of trucks", programming).risk_tier == "low"


def test_of_a_class_only_the_likeliest_high_risk_code_raises_its_flags_and_says_why() -> None:
    result = classified("", RegisteredActivity(code="NACE 64.20", source="KBO/BCE"))
    assert (result.risk_tier, result.risk_flags) == ("high", risk_of_code("6012").flags)
    assert any("6012" in reason and "Activities of holding companies" in reason for reason in result.reasons)


def test_flags_of_the_recommended_code_are_told_in_a_reason() -> None:
    told = classified("Retail sale of tobacco products").reasons
    assert any(reason.startswith("5993") and "raises “tobacco or vaping”" in reason for reason in told)


@pytest.mark.parametrize("code", ["64.19", "66.12", "92.00", "47.73", "46.46", "47.26", "12.00", "25.40"])
def test_a_registered_high_risk_activity_raises_the_tier_whatever_the_customer_says(code: str) -> None:
    activity = RegisteredActivity(code=f"NACE {code}", source="KBO/BCE")
    assert classified("Books", activity).risk_tier == "high"


@pytest.mark.parametrize(
    "text", ["Shelving for pharmacies", "Speeltafels voor casino's", "Begleitservice für Senioren", "Apothekerschränke"]
)
def test_who_is_served_raises_no_flag_of_the_customers_trade(text: str) -> None:
    assert not flags(text) & {Flag.PHARMACEUTICALS, Flag.GAMBLING, Flag.DATING}


def test_what_is_sold_to_pharmacies_still_raises_its_flag() -> None:
    assert Flag.PHARMACEUTICALS in flags("Medicines for pharmacies")
