"""Whether the website sells what no activity of the company's registers covers.

A payment company's worst surprise is a merchant whose registered trade is harmless and whose shop is not: card schemes
call it transaction laundering or miscoding. The words are those of `domain.mcc.risk_words`; of them, only trades that
are high-risk by themselves, and only where the website says it in its title or more than once: `we accept bitcoin`
makes no crypto-asset provider.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from domain.addressed_to_machines import without_instructions
from domain.findings.known import Known
from domain.findings.noted import from_fact, numbered, slug
from domain.mcc.phrases import book_of
from domain.mcc.risk_words import RISK_WORDS, Flag
from domain.mcc.words import words_of
from domain.nace import digits_of
from schemas.investigation import Finding, ProfileFact
from schemas.sources import FactName

COVERED_BY: dict[Flag, tuple[str, ...]] = {
    Flag.ADULT: ("4769", "4777", "4778", "4779", "5811", "5813", "5814", "591", "592", "602", "6039", "6312", "639",
                 "90", "93", "96"),
    Flag.CANNABIS: ("0111", "0116", "0119", "0128", "0129", "12", "21", "4621", "4635", "4645", "4646", "4726", "4729",
                    "4727", "4773", "4775", "4776"),
    Flag.CRYPTO: ("64", "66"),
    Flag.DATING: ("63", "96"),
    Flag.FILE_SHARING: ("61", "62", "63"),
    Flag.FIREARMS: ("254", "253", "4649", "4669", "4664", "4764", "4763", "4778"),
    Flag.GAMBLING: ("92",),
    Flag.PHARMACEUTICALS: ("20", "21", "4618", "4646", "4773", "4774", "4775", "72", "75", "86"),
    Flag.TELEMARKETING: ("73", "82"),
    Flag.TOBACCO: ("0115", "12", "4617", "4621", "4635", "4639", "4711", "4726", "4781", "563"),
    Flag.TRADING: ("64", "65", "66"),
}  # fmt: skip
"""By the first digits of NACE Rev. 2 and Rev. 2.1, the activities under which a trade is registered. Retail by internet
(47.91 in Rev. 2) says how a company sells and not what, so it covers none of them. Subscriptions with a negative option
are a way of selling, too, and have no activity."""

_ENOUGH_HITS = 2
_BOOK = book_of({flag: RISK_WORDS[flag] for flag in COVERED_BY})


class _Hit(NamedTuple):
    name: FactName
    fact: ProfileFact
    quote: str


def activity(case: Known) -> Iterator[Finding]:
    codes = {digits for fact in case.stated("activity_code") if (digits := digits_of(str(fact.value)))}
    if not codes:
        return  # nothing is known that the website could be held against
    registered = _spoken_of(case, "activity_description").keys()
    sold = _sold_online(case)
    for flag, covering in COVERED_BY.items():
        if flag not in sold or flag in registered or any(code.startswith(covering) for code in codes):
            continue
        name, fact, quote = sold[flag]
        description = (
            f"The website speaks of {flag.value} (“{quote}”); none of the registered activities "
            f"({', '.join(sorted(codes))}) covers that."
        )
        yield numbered(from_fact(name, fact, "activity_mismatch", "high", description), slug(flag.value))


def _sold_online(case: Known) -> dict[Flag, _Hit]:
    in_title = {flag: hits[0] for flag, hits in _spoken_of(case, "website_title").items()}
    in_text = {flag: hits[0] for flag, hits in _spoken_of(case, "website_text").items() if len(hits) >= _ENOUGH_HITS}
    return {**in_text, **in_title}


def _spoken_of(case: Known, name: FactName) -> dict[Flag, list[_Hit]]:
    """The high-risk trades that texts speak of, each with the words that do. What is denied is not spoken of."""
    found: dict[Flag, list[_Hit]] = defaultdict(list)
    for fact in case.stated(name):
        for hit in _BOOK.find(words_of(without_instructions(str(fact.value)).text)):
            if not hit.denied:
                found[Flag(hit.label)].append(_Hit(name, fact, hit.quote))
    return found
