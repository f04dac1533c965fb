"""What the fields of a form of Word's earlier kind show, which is not said in their text: a box, or one of a list."""

from activities.documents.canonical import TICKED, UNTICKED
from activities.documents.docx_seen import Element, W, is_on, named, value

_TICKED_SYMBOLS = {"Wingdings": ("FB", "FC", "FD", "FE"), "Wingdings 2": ("4F", "50", "51", "52", "53", "54")}
_UNTICKED_SYMBOLS = {"Wingdings": ("6F", "A8"), "Wingdings 2": ("2A", "A3")}
SYMBOLS: dict[tuple[str | None, str], str] = {
    **{(font, code): TICKED for font, codes in _TICKED_SYMBOLS.items() for code in codes},
    **{(font, code): UNTICKED for font, codes in _UNTICKED_SYMBOLS.items() for code in codes},
}
"""By font and the last two digits of the code. Any other symbol is an ornament."""


def field_says(character: Element) -> str:
    """What the field that begins with this character shows; nothing of one whose text says it."""
    box, choices = named(character, "ffData", "checkBox"), named(character, "ffData", "ddList")
    if box is not None:
        set_by_hand = named(box, "checked")
        return TICKED if is_on(named(box, "default") if set_by_hand is None else set_by_hand) else UNTICKED
    if choices is not None:
        listed = [entry.get(f"{W}val", "") for entry in choices.iter(f"{W}listEntry")]
        chosen = value(choices, "result") or value(choices, "default") or "0"
        return listed[int(chosen)] if chosen.isdecimal() and int(chosen) < len(listed) else ""
    return ""
