"""What an investigation notes: rules from what sources and documents say to findings an officer can act on.

Each module has the rules of one theme. A rule rests on what a source said or on what is to be gone by, never on the
silence of a source: unavailable is not invalid, and unknown is not no.
"""

from domain.findings.all_findings import find

__all__ = ["find"]
