"""Who did something."""

from typing import Literal

from schemas.frozen import Frozen


class Actor(Frozen):
    """Who did something: a person by key id, the customer, or the system. Never a name or an address."""

    id: str
    role: Literal["officer", "senior_officer", "admin", "auditor", "integration", "customer", "system", "unknown"]
