"""What a system that opens a case for its customer says beside the company: its own names, and how the link behaves."""

from schemas.frozen import Frozen


class SessionDetails(Frozen):
    """Fixed when the session is created. The session is the case: they have one id."""

    idempotency_key: str
    ttl_hours: int
    """How long the customer's link lives, unless the customer is asked again."""
    return_url: str | None = None
    """Where the customer goes when the portal has everything."""
    locale: str | None = None
    """BCP 47: the language that the customer reads."""
    external_case_id: str | None = None
    external_applicant_id: str | None = None
    external_customer_id: str | None = None
    trace_id: str | None = None
