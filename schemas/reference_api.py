"""What can be chosen from where an officer decides something."""

from schemas.mcc import MccCode


class MccCodeItem(MccCode):
    also: tuple[str, ...] = ()
    """How other bodies that publish the code word it: words under which somebody may look for it."""
