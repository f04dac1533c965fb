"""What of a Word document is seen: neither what is hidden or was deleted, nor what only asks to be written over."""

from collections.abc import Mapping
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Element = Any
"""An lxml element: python-docx comes without types."""

_OFF = frozenset({"0", "false", "off"})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_MERGED_INTO = frozenset({None, "continue"})
"""Of a cell that goes on from the one above it."""
_PROMPT = "PlaceholderText"
"""Word's style for what asks to be written over. Its id is of the language of the Word that made the file, its name
is not."""
_PROMPT_NAME = "placeholder text"


class Unseen(NamedTuple):
    """How a document marks what is not to be read."""

    hidden: frozenset[str]
    """The ids of the styles, of paragraphs and of characters, that hide what is written in them."""
    prompting: frozenset[str]
    """The ids of the styles of what asks to be written over."""
    prompts: Mapping[str | None, str]
    """What the document keeps to ask so, by its names for that."""


def unseen_in(styles: Element, kept: Element | None) -> Unseen:
    """`kept` are the building blocks of the document, its glossary; None if it has none."""
    prompting = {style.get(f"{W}styleId", _PROMPT) for style in styles.iter(f"{W}style") if _is_for_prompts(style)}
    blocks = [] if kept is None else kept.iter(f"{W}docPart")
    return Unseen(
        hidden=frozenset(_hidden_styles(styles)),
        prompting=frozenset({_PROMPT, *prompting}),
        prompts={value(block.find(f"{W}docPartPr"), "name"): _text_of(block) for block in blocks},
    )


def _is_for_prompts(style: Element) -> bool:
    return (value(style, "name") or "").lower() == _PROMPT_NAME


def _hidden_styles(styles: Element) -> set[str]:
    listed = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    hidden = {name for name, style in listed.items() if _hides(style.find(f"{W}rPr"))}
    for _ in listed:  # a style that is based on a hidden one is hidden, and so on
        heirs = {
            name
            for name, style in listed.items()
            if value(style, "basedOn") in hidden and _hides(style.find(f"{W}rPr")) is None
        }
        if heirs <= hidden:
            break
        hidden |= heirs
    return hidden


def seen(container: Element, unseen: Unseen) -> Element:
    """The same without what Word neither shows nor prints, and without what it shows where nothing was filled in."""
    asking = {control for control in container.iter(f"{W}sdt") if _still_asks(control, unseen)}
    for run in list(container.iter(f"{W}r")):
        around = list(run.iterancestors())
        if _is_hidden(run, unseen) or not asking.isdisjoint(around) or any(map(_hides_what_is_in_it, around)):
            run.getparent().remove(run)
    return container


def _still_asks(control: Element, unseen: Unseen) -> bool:
    """Whether a control shows what it did before it was filled in. That it says so is not enough: programs that fill in
    many of them mostly leave that as it was, and Word shows what they wrote."""
    if not is_on(named(control, "sdtPr", "showingPlcHdr")):
        return False
    prompt = unseen.prompts.get(value(named(control, "sdtPr", "placeholder"), "docPart"))
    if prompt:
        return _text_of(control) == prompt
    return all(_style_of(run) in unseen.prompting for run in control.iter(f"{W}r") if _text_of(run))


def _text_of(element: Element) -> str:
    return " ".join("".join(text.text or "" for text in element.iter(f"{W}t")).split())


def _style_of(run: Element) -> str | None:
    return value(run.find(f"{W}rPr"), "rStyle")


def _is_hidden(run: Element, unseen: Unseen) -> bool:
    hides = _hides(run.find(f"{W}rPr"))
    if hides is not None:
        return hides
    paragraph = next(run.iterancestors(f"{W}p"), run).find(f"{W}pPr")
    return _style_of(run) in unseen.hidden or value(paragraph, "pStyle") in unseen.hidden


def _hides_what_is_in_it(element: Element) -> bool:
    if element.tag == f"{W}tr":
        return is_on(named(element, "trPr", "hidden"))
    if element.tag == f"{W}tc":
        merged = named(element, "tcPr", "vMerge")
        return merged is not None and merged.get(f"{W}val") in _MERGED_INTO
    return element.tag in _DELETED


def _hides(properties: Element) -> bool | None:
    """What run properties say of it; None if nothing."""
    vanish = named(properties, "vanish")
    return None if vanish is None else is_on(vanish)


def named(element: Element, *names: str) -> Element:
    """The member of a member …; None if there is none."""
    for name in names:
        element = None if element is None else element.find(f"{W}{name}")
    return element


def is_on(switch: Element) -> bool:
    """A switch is on where it stands, unless it says otherwise."""
    return switch is not None and switch.get(f"{W}val", "true") not in _OFF


def value(element: Element, name: str) -> str | None:
    member = named(element, name)
    return None if member is None else member.get(f"{W}val")
