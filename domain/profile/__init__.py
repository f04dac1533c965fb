"""The company profile: every value of every fact with its source, the one to go by, and where sources disagree."""

from domain.profile.company_profile import build_profile
from domain.profile.discrepancies import find_discrepancies
from domain.profile.trust import OFFICER_INPUT
from domain.profile.verdicts import SEVERITY_ORDER

__all__ = ["OFFICER_INPUT", "SEVERITY_ORDER", "build_profile", "find_discrepancies"]
