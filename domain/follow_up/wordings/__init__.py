"""What customers read, in each of the portal's languages: polite, plain, and nothing of why it is asked."""

from domain.follow_up.wordings.de import GERMAN
from domain.follow_up.wordings.en import ENGLISH
from domain.follow_up.wordings.fr import FRENCH
from domain.follow_up.wordings.nl import DUTCH
from domain.follow_up.wordings.wording import Detail, Wording
from schemas.template import PortalLanguage

__all__ = ["WORDINGS", "Detail", "Wording"]

WORDINGS: dict[PortalLanguage, Wording] = {"en": ENGLISH, "nl": DUTCH, "fr": FRENCH, "de": GERMAN}
