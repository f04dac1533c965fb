"""Owners whom a letter names: the writer (`moi-même, à hauteur de 70 %`), and those who count as owners because nobody
holds enough: senior managing officials, `pseudo-UBO's`, `fiktive wirtschaftlich Berechtigte`."""

import re
from collections.abc import Iterator
from itertools import islice

from domain.extraction.blocks import over_lines
from domain.extraction.functions import HAVE_LEFT
from domain.extraction.person_shapes import TITLED, Name, name_at

_SELF = re.compile(
    over_lines(
        r"\b(?:[Mm]oi-m[êe]me|(?:[Ii]k|[Mm]ij)zelf|[Ii]k\szelf|ondergetekende\szelf|[Ii]ch\s(?:selbst|selber)|mich\sselbst|"
        r"[Mm]yself|[Jj]e\s(?:d[ée]tiens|poss[èe]de)|[Ii]k\s(?:houd|bezit|heb)|(?:houd|bezit)\sik|[Ii]ch\s(?:halte|besitze)|"
        r"(?:halte|besitze)\sich|I\s(?:\w{1,12}\s)?(?:hold|own|control))\b"
    )
)
_WRITER = re.compile(
    over_lines(
        r"(?:\b(?:[Jj]e(?:\ssoussign[ée]e?)?|[Ll]e\ssoussign[ée]|[Ll]a\ssoussign[ée]e|[Ii]k(?:,?\s(?:de\s)?"
        r"ondergetekende)?|[Dd]e\sondergetekende|[Ii]ch(?:,?\s(?:der|die)\s[Uu]nterzeichne(?:te|nde))?|"
        r"(?:[Dd]er|[Dd]ie)\s[Uu]nterzeichnende|I(?:,?\sthe\sundersigned)?|[Tt]he\sundersigned)\s?[,:]?\s)"
    )
)
_ABOUT = re.compile(
    r"pseudo-?\s?UBO|\bUBO\b|\bUBO['’]?s\b|uiteindelijk\w* (?:begunstigd|belanghebbend)|hoger(?:e)? leidinggevend|"
    r"b[ée]n[ée]ficiaires? (?:effectif|ultime|[ée]conomique)|dirigeants? (?:principa|de haut)|wirtschaftlich\w* "
    r"(?:Berechtigt|Eigent[üu]mer)|Kontrollinhaber|beneficial owner|senior (?:managing|management) official|"
    r"ultimately (?:own|control)",
    re.IGNORECASE,
)
_ARE = re.compile(
    over_lines(
        r"(?:\b(?:UBO['’]?s|owners|officials|begunstigden|belanghebbenden|effectifs|[Bb]erechtigten?)\s"
        r"(?:are|zijn|sont|sind)|\b(?:[Dd]at|[Dd]it|[Hh]et)\s(?:zijn|is|betreft|gaat\som)|\b[Cc]e\ssont|\b[Cc]['’]est|\b[Ii]l\ss['’]agit\s"
        r"d(?:e\s|['’])|\b(?:[Dd]as|[Dd]ies)\s(?:sind|ist)|\b[Ee]s\shandelt\ssich\s(?:hierbei\s|dabei\s)?um|"
        r"\b(?:[Tt]hese|[Tt]hey|[Tt]hose)\sare|\b(?:namelijk|te\sweten|[àa]\ssavoir|n[äa]mlich|namely))\s?:?\s"
    )
)
_COUNTS = re.compile(
    r"\b(?:beschouw\w*|aangemerkt|aangeduid|gelden als|geldt als|consid[ée]r\w*|retenue?s?|d[ée]sign[ée]e?s?|gilt|"
    r"gelten|anzusehen|angesehen|treated as|recorded as|regarded as|deemed|considered|named as|reported as)\b"
)
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?!\s+[A-ZÀ-Þ«\"][\w’']*\s)|\n(?!\n))+")
_TITLE_DOT = re.compile(r"\b(?:M|Mr|Mrs|Ms|Dr|Mme|Mw|Dhr|dhr|mw|mr|drs|ir|Ing|Mag|Prof|[A-Z])$")
_JOINT = re.compile(r"\s?(?:,\s?(?:en|et|und|and)?|\b(?:en|et|und|and)\b)\s+")
_REACH = 90
_MOST = 40


def shares_of_writer(text: str, at: int, since: int) -> Name | None:
    """Whoever writes, if the share at a place is said to be the writer's: `– moi-même, à hauteur de 70 %`."""
    said = next(reversed(list(_SELF.finditer(text, max(since, at - _REACH), at))), None)
    if said is None or re.search(r"[.;%]\s", text[said.end() : at]) or _names(text, said.end(), at):
        return None
    for match in islice(_WRITER.finditer(text), _MOST):
        name = name_at(text, match.end())
        if name:
            return name
    return None


def counted_as_owners(text: str) -> Iterator[Name]:
    """Those of whom a sentence says that they are, or count as, the owners."""
    about = False
    for begin, end in _sentences(text):
        was_about, about = about, _ABOUT.search(text, begin, end) is not None
        said = _ARE.search(text, begin, end) if about or was_about else None
        counts = about and _COUNTS.search(text, begin, end)
        if not (said or counts) or HAVE_LEFT.search(text, begin, end) or "%" in text[begin:end]:
            continue
        yield from _names(text, said.end() if said and not counts else begin, end, said is not None)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; the full stop of `Mr.` ends none."""
    begin = None
    for match in _SENTENCE.finditer(text):
        begin = match.start() if begin is None else begin
        if text[match.end() : match.end() + 1] == "." and _TITLE_DOT.search(text, max(0, match.end() - 6), match.end()):
            continue
        yield begin, match.end()
        begin = None
    if begin is not None:
        yield begin, len(text)


def _names(text: str, begin: int, end: int, first_too: bool = False) -> list[Name]:
    """The persons of a stretch who are named with `Ms` or `de heer`; the one that begins it, and who follows, too."""
    found: dict[int, Name] = {}
    name = name_at(text, begin, end) if first_too else None
    while name:
        found[name.start] = name
        joint = _JOINT.match(text, name.end, end)
        name = name_at(text, joint.end(), end) if joint else None
    for title in TITLED.finditer(text, begin, end):
        titled = name_at(text, title.end(), end)
        if titled:
            found[titled.start] = titled
    return [found[start] for start in sorted(found)]
