"""How PEPPOL is asked in tests, about which company, and what its answers come to."""

from collections.abc import Awaitable, Callable

from schemas.company import Company
from schemas.sources import SourceAnswer

VALUE, VAT_VALUE = "0208:0711326932", "9925:be0711326932"
ZONNEWIND = Company(company_name="Zonnewind Logistiek BV", country="BE", company_registration_number="0711326932")
PARTICIPANT_URL = f"/smp/iso6523-actorid-upis%3A%3A{VALUE.replace(':', '%3A')}"

Ask = Callable[..., Awaitable[SourceAnswer]]


def told(answer: SourceAnswer) -> tuple[str, str | None, bool | str | int | None]:
    return answer.state, answer.reason, answer.fact("peppol_registered")


def documents(answer: SourceAnswer) -> list[object]:
    return [fact.value for fact in answer.all("peppol_document_type")]


REGISTERED = ("found", None, True)
NOT_REGISTERED = ("not_found", "not_registered", False)
