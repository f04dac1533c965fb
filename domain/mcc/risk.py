"""What a category means for risk: its tier and flags by code, and flags that the merchant's own words raise.

Tiers follow the card schemes' programmes for merchants that must be registered before they may be accepted:

- Visa Integrity Risk Programme (VIRP), in force since 1 May 2023, revised 1 April 2024, three tiers. Sources:
  https://www.austreme.com/en/visa-is-introducing-the-visa-integrity-risk-program-virp-on-1-may-2023/,
  https://ccbill.com/doc/?p=8750, https://corepay.net/articles/visa-integrity-risk-program/. The Green Sheet of August
  2023 puts pharmacies into tier 2; the three later sources say tier 1, which is taken here.
- Mastercard's registration of specialty merchants (Security Rules and Procedures, chapter 9), which was not at hand.
  6051 and 6211 follow notices of acquirers:
  https://www.payvision.com/scheme-updates/mastercard-high-risk-purch-id-enhance/ and
  https://www.eflow.com/mcc/6051; 7273 follows https://cardaq.co.uk/merchantrequirements. `_UNCONFIRMED` marks the
  others until somebody has read chapter 9; where nothing but that speaks for a code, its tier is medium.
- Medium besides: obliged entities of the AMLR (Regulation (EU) 2024/1624, Article 3) and trades in which the customer
  pays long before delivery or that are sold at a distance.

All of this is the schemes' view, mostly of card-absent sales, as of November 2026. An institution's own appetite may
differ, and an officer decides.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.mcc import codes
from domain.mcc.phrases import book_of
from domain.mcc.risk_words import RISK_WORDS, Flag
from domain.mcc.signs import Heard
from domain.mcc.texts import WEBSITE_TEXT, Text
from domain.mcc.weighing import Weighed
from schemas.mcc import RiskTier

UNKNOWN_BUSINESS = "business unknown"

_TIERS: tuple[RiskTier, ...] = ("low", "medium", "high")


class CodeRisk(NamedTuple):
    tier: RiskTier
    flags: tuple[str, ...]


_VIRP_1, _VIRP_2, _VIRP_3 = "Visa VIRP tier 1", "Visa VIRP tier 2", "Visa VIRP tier 3"
_MASTERCARD = "Mastercard registration"
_UNCONFIRMED = "Mastercard registration (to be confirmed)"
_LONG_DELIVERY = "paid long before delivery"
_AT_A_DISTANCE = "sold at a distance"

BY_CODE: dict[str, CodeRisk] = {
    "5967": CodeRisk("high", (Flag.ADULT, _VIRP_1, _UNCONFIRMED)),
    "7273": CodeRisk("high", (Flag.DATING, _VIRP_1, _MASTERCARD)),
    "7995": CodeRisk("high", (Flag.GAMBLING, _VIRP_1, _UNCONFIRMED)),
    "5122": CodeRisk("high", (Flag.PHARMACEUTICALS, _VIRP_1, _UNCONFIRMED)),
    "5912": CodeRisk("high", (Flag.PHARMACEUTICALS, _VIRP_1, _UNCONFIRMED)),
    "6051": CodeRisk("high", (Flag.CRYPTO, _VIRP_2, _MASTERCARD)),
    "6012": CodeRisk("high", (Flag.FINANCIAL, _VIRP_2)),
    "4816": CodeRisk("high", (Flag.FILE_SHARING, _VIRP_2, _UNCONFIRMED)),
    "5816": CodeRisk("high", (Flag.GAMES_OF_SKILL, _VIRP_2)),
    "6211": CodeRisk("high", (Flag.TRADING, _VIRP_3, _MASTERCARD)),
    "5966": CodeRisk("high", (Flag.TELEMARKETING, _VIRP_3)),
    "5968": CodeRisk("high", (Flag.SUBSCRIPTION, _VIRP_3, _UNCONFIRMED)),
    "5993": CodeRisk("high", (Flag.TOBACCO, _VIRP_3, _UNCONFIRMED)),
    # To the schemes, gambling under a state's licence is gambling.
    "7800": CodeRisk("high", (Flag.GAMBLING, _UNCONFIRMED)),
    "7801": CodeRisk("high", (Flag.GAMBLING, _UNCONFIRMED)),
    "7802": CodeRisk("high", (Flag.GAMBLING, _UNCONFIRMED)),
    "9406": CodeRisk("high", (Flag.GAMBLING, _UNCONFIRMED)),
    "5723": CodeRisk("high", (Flag.FIREARMS,)),
    "7841": CodeRisk("medium", (_UNCONFIRMED,)),
    "7994": CodeRisk("medium", (Flag.GAMES_OF_SKILL, _UNCONFIRMED)),
    **dict.fromkeys(("4829", "6540"), CodeRisk("medium", (Flag.MONEY_TRANSFER,))),
    **dict.fromkeys(("6010", "6011"), CodeRisk("medium", (Flag.FINANCIAL,))),
    "5933": CodeRisk("medium", (Flag.PAWN,)),
    **dict.fromkeys(("5094", "5944"), CodeRisk("medium", (Flag.PRECIOUS,))),
    **dict.fromkeys(("4722", "4511", "7012"), CodeRisk("medium", (_LONG_DELIVERY,))),
    "5962": CodeRisk("medium", (_LONG_DELIVERY, Flag.TELEMARKETING)),
    **dict.fromkeys(("5960", "5964", "5969"), CodeRisk("medium", (_AT_A_DISTANCE,))),
    "7297": CodeRisk("medium", (Flag.MASSAGE,)),
    "8398": CodeRisk("medium", (Flag.FUNDRAISING,)),
    "8651": CodeRisk("medium", ("political organisation",)),
    **dict.fromkeys(("5971", "6513"), CodeRisk("medium", ("obliged entity of the AMLR",))),
    "7321": CodeRisk("medium", (Flag.FINANCIAL,)),
    "7322": CodeRisk("medium", (Flag.DEBT_COLLECTION,)),
    "5815": CodeRisk("medium", ("digital goods",)),
    "5262": CodeRisk("medium", ("sells for third parties",)),
}
_ORDINARY = CodeRisk("low", ())

_MEDIUM_FLAGS = frozenset(
    (
        Flag.DEBT_COLLECTION,
        Flag.CROWDFUNDING,
        Flag.FINANCIAL,
        Flag.MONEY_TRANSFER,
        Flag.PAWN,
        Flag.PRECIOUS,
        Flag.MASSAGE,
        Flag.FUNDRAISING,
        Flag.GAMES_OF_SKILL,
        Flag.MULTI_LEVEL,
    )
)
"""Raised by words alone they make a case medium; every other flag makes it high."""

_BOOK = book_of(RISK_WORDS)

NEAR = 0.69
"""The share of the best code's score from which a high-risk code is too near to be left aside. Of the evaluation's 45
high-risk texts it finds all, and five of seven that it flags are such. Of the development set's 48 high-risk sentences
it found 47, with seven of ten right, before descriptions were written with that set's errors in view; nearly half of
them by likeness alone, which words had missed. The less is known of a business, the more codes are near: of an official
title, the first four of its row."""
_ENOUGH_IN_A_WEBSITE = 2
"""Words of a trade: `we accept bitcoin` on a website makes no crypto-asset provider."""


class Assessment(NamedTuple):
    tier: RiskTier
    flags: tuple[str, ...]
    reasons: tuple[str, ...]


def risk_of_code(code: str) -> CodeRisk:
    """The tier and flags of a code by itself; low without flags for those of no table."""
    return BY_CODE.get(code, _ORDINARY)


def assess(code: str | None, texts: Sequence[Text], weighed: Weighed | None = None) -> Assessment:
    """The risk of a business: of its code, of codes that are nearly as likely, of its registered activities, and of
    what its texts say whatever the code. Unknown is not low."""
    by_code = risk_of_code(code) if code else CodeRisk("medium", (UNKNOWN_BUSINESS,))
    near = list(_near(code, weighed)) if weighed else []
    of_code = [_of_code(code)] if code and by_code.flags else []
    raised = list(_raised(texts))
    high: tuple[RiskTier, ...] = ("high",) if near else ()
    tiers = (by_code.tier, *high, *(tier_of_flag(flag) for flag, _ in raised))
    of_near = (flag for other, _ in near for flag in risk_of_code(other).flags)
    return Assessment(
        tier=max(tiers, key=_TIERS.index),
        flags=tuple(dict.fromkeys((*by_code.flags, *of_near, *(flag.value for flag, _ in raised)))),
        reasons=tuple(dict.fromkeys((*of_code, *(reason for _, reason in (*near, *raised))))),
    )


def without_likeness_to_risk(said: Heard) -> Heard:
    """Of a text that was not written to say what the business does, only plain words speak for a code of risk."""
    if said.text.is_about_the_business:
        return said
    plain = {hit.label for hit in said.phrases}
    kept = {code: each for code, each in said.strengths.items() if code in plain or not risk_of_code(code).flags}
    return said._replace(strengths=kept)


def is_high(code: str) -> bool:
    """Whether card schemes want merchants of this code registered before they are accepted."""
    return risk_of_code(code).tier == "high"


def tier_of_flag(flag: Flag) -> RiskTier:
    """The least tier of a business whose own words raise the flag."""
    return "medium" if flag in _MEDIUM_FLAGS else "high"


def _of_code(code: str) -> str:
    return f"{code}, {codes.description(code)}, raises {', '.join(f'“{flag}”' for flag in risk_of_code(code).flags)}"


def _rows(weighed: Weighed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The titles that registers or texts name, with all their codes: of one title, the first high-risk code counts."""
    for each in weighed.registered:
        yield each.coded.title, each.coded.mccs
    for said in weighed.said:
        if said.title is not None:
            yield said.title[1].title.title, said.title[1].title.mccs


def _near(code: str | None, weighed: Weighed) -> Iterator[tuple[str, str]]:
    """High-risk codes beside the recommended one, with why each counts."""
    best = weighed.best
    rows = dict(_rows(weighed))
    told: set[str] = set()
    for candidate in weighed.candidates:
        if best and candidate.code != code and is_high(candidate.code) and candidate.score >= NEAR * best.score:
            title = next((title for title, row in rows.items() if candidate.code in row), None)
            if title not in told:
                told |= {title} if title else set()
                may_be = f", which “{title}” may also be" if title else ""
                yield (
                    candidate.code,
                    f"{candidate.code}, {codes.description(candidate.code)}{may_be}, is nearly as likely",
                )
    for each in weighed.registered:
        first = each.coded.mccs[0]
        if first != code and is_high(first):
            yield first, f"{each.activity.source}: “{each.coded.title}” is registered, which is {first}"


def _raised(texts: Sequence[Text]) -> Iterator[tuple[Flag, str]]:
    """Each flag once, with the words that raise it. Only a denial lowers it: “no deposit casino” is a casino."""
    told: set[Flag] = set()
    for text in texts:
        hits = [hit for hit in _BOOK.find(text.words) if not hit.denied]
        said = Counter(hit.label for hit in hits)
        for hit in hits:
            flag = Flag(hit.label)
            if flag not in told and (text.source != WEBSITE_TEXT or said[hit.label] >= _ENOUGH_IN_A_WEBSITE):
                told.add(flag)
                yield flag, f"{text.source}: “{hit.quote}” raises “{flag.value}”"
