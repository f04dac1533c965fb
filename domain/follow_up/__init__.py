"""From what an investigation found to follow-up tasks that an officer may send: rules and words in four languages.

A task has the words for the customer and, apart from them, the reason for the officer. The customer's words are the
software's own, in the customer's language, and hold nothing of what was found; they never hint at suspicion (AMLR
Art. 73, no tipping-off).
"""

from domain.follow_up.limits import MAX_TASKS
from domain.follow_up.proposal import propose_tasks

__all__ = ["MAX_TASKS", "propose_tasks"]
