"""The heads of tables: labels side by side, without values."""

from domain.extraction.blocks import Row
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece
from domain.extraction.page_fields import Field, PageFields

_NUMBERS = frozenset({"ref", "nr", "no", "pos", "#", "lfd. nr", "n°", "ei", "ins", "iscr"})
"""Of entries, before the columns of a table."""
_COLUMNS_OF_PERSONS = frozenset({"name", "surname", "share", "function"})


def header_of(row: Row) -> frozenset[str]:
    """The meanings of the columns, if the row has labels side by side and no values: the head of a table."""
    words = [plain_of(row, cell) for cell in row.cells]
    if len(words) > 1 and all(each.endswith(":") for each in words):
        words = [each.rstrip(" :") for each in words]  # `Name: | Vorname: | Geburtsdatum:`, the values in the row below
    if len(row.text) > 160 or any(":" in each for each in words):
        return frozenset()
    meanings = [_meanings(each) for each in words]
    kinds = frozenset(meaning for each in meanings for meaning in each)
    if sum(map(len, meanings)) < 2:
        return frozenset()
    if _is_pairs(meanings):
        return frozenset()
    if all(meanings[1:] if words[0].strip(" .") in _NUMBERS else meanings):
        return kinds if len(row.cells) > 1 or kinds & {"name", "surname"} else frozenset()
    # One of the columns may have a name that we do not know.
    several = sum(map(bool, meanings)) > 1 and kinds & _COLUMNS_OF_PERSONS
    return kinds if several and not any(map(str.isdigit, row.text)) else frozenset()


def _is_pairs(meanings: list[list[str]]) -> bool:
    """Labels with their values in turn: `Nom | Thill | Prénom(s) | Marc`, `Funktion | Geschäftsführer`."""
    values = meanings[1::2]
    if len(meanings) == 2:
        return meanings[0] == ["function"] and values == [["function_label"]]
    return len(meanings) % 2 == 0 and all(meanings[::2]) and not any(values)


def _meanings(words: str) -> list[str]:
    """Those of the labels of which words consist; none if there is more than labels."""
    meanings = []
    at = 0
    while at < len(words):
        label = label_at(words, at)
        if label is None or label.colon:
            return []
        meanings.append(label.meaning)
        at = label.end
        while at < len(words) and words[at] in " \t|\u00a0":
            at += 1
    return meanings


def plain_of(row: Row, cell: Piece) -> str:
    return row.plain[cell.start - row.start : cell.end - row.start]


def heads_column(read: PageFields, field: Field) -> bool:
    """Whether a label of one word is the head of a column of goods, and its value that of the next: `Entreprise | Lot |
    Prix`."""
    row = read.rows[field.row]
    written = read.text[row.start : field.value.end]
    return " " not in field.label.strip() and len(row.cells) >= _COLUMNS_OF_GOODS and ":" not in written


_COLUMNS_OF_GOODS = 3
"""At least."""
