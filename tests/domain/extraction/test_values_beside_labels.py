"""Forms of which the PDF gives first the labels of a column and then its values."""

from domain.extraction.fields import fields_of
from schemas.extraction import PageText, Word

_LABELS = ["Numéro d'entreprise", "Dénomination sociale", "Surnom", "Adresse du siège"]
_VALUES = ["0477.259.103", "Tannerie Delcourt", "Le Cuir", "Rue des Carmes 29"]


def _in_columns(lines: list[tuple[str, float, float]]) -> PageText:
    """A page of lines, each at its place: `(text, x0, y0)`."""
    words: list[Word] = []
    at = 0
    for line, x0, y0 in lines:
        for word in line.split():
            start = at + line.index(word)
            left = x0 + 5 * (start - at)
            words.append(
                Word(char_start=start, char_end=start + len(word), x0=left, y0=y0, x1=left + 5 * len(word), y1=y0 + 9)
            )
        at += len(line) + 1
    text = "\n".join(line for line, _, _ in lines)
    return PageText(page_index=0, text=text, method="born_digital_text", width=595, height=842, words=tuple(words))


def test_a_value_is_found_beside_its_label_though_the_text_has_it_far_below() -> None:
    labels = [(label, 56.0, 100.0 + 15 * number) for number, label in enumerate(_LABELS)]
    values = [(value, 240.0, 100.0 + 15 * number) for number, value in enumerate(_VALUES)]

    fields = fields_of([_in_columns(labels + values)])[0].fields

    assert {field.label: field.value.text for field in fields if field.meaning != "end"} == {
        "Dénomination sociale": "Tannerie Delcourt",
        "Adresse du siège": "Rue des Carmes 29",
    }


def test_a_label_with_its_value_below_keeps_it_though_another_pair_stands_beside() -> None:
    lines = [
        ("Dénomination sociale", 56.0, 100.0),
        ("Tannerie Delcourt", 56.0, 115.0),
        ("Numéro du dossier", 240.0, 100.0),
        ("771 204", 240.0, 115.0),
    ]

    fields = fields_of([_in_columns(lines)])[0].fields

    assert [field.value.text for field in fields if field.meaning == "company"] == ["Tannerie Delcourt"]
