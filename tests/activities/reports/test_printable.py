"""Any text can be put on the page: what the fonts lack is named, and long words may break."""

import random

import pytest
import typst
from pydantic import JsonValue

from activities.reports.fonts import EMBEDDED_FONTS, STANDARDS
from activities.reports.printable import ZERO_WIDTH_SPACE, printable


@pytest.mark.parametrize(
    "text",
    ["Voorbeeld Handel BV", "Zażółć gęślą jaźń", "Ελληνική Εταιρεία Α.Ε.", "ООД „Пример“", "1 234,56 € – 5 %", "a\nb"],
)
def test_european_text_is_left_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("漢", "[U+6F22]"),
        ("😀", "[U+1F600]"),
        ("\u202e", "[U+202E]"),
        ("\u200b", "[U+200B]"),
        ("\ue000", "[U+E000]"),
        ("x\u0336", "x[U+0336]"),
        ("e\u0301", "é"),
        ("a\r\nb\tc", "a\nb c"),
    ],
)
def test_what_has_no_glyph_or_hides_is_named(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_a_word_of_twenty_four_characters_is_whole_and_a_longer_one_may_break() -> None:
    assert printable("w" * 24) == "w" * 24
    assert printable("w" * 25) == "w" * 20 + ZERO_WIDTH_SPACE + "w" * 5


def test_a_long_address_breaks_where_a_reader_expects_it() -> None:
    printed = printable("https://example.com/registers/company")

    assert printed == ZERO_WIDTH_SPACE.join(["https://", "example.", "com/", "registers/", "company"])


def test_texts_are_found_however_deep_they_are_and_other_values_stay() -> None:
    given: JsonValue = {"a": ["漢", {"b": "漢", "c": 1, "d": None, "e": True, "f": 0.5}]}

    assert printable(given) == {"a": ["[U+6F22]", {"b": "[U+6F22]", "c": 1, "d": None, "e": True, "f": 0.5}]}


def test_the_compiler_accepts_whatever_is_printable() -> None:
    chance = random.Random(11)
    characters = [chr(chance.choice((0x2FF, 0x2FFF, 0xD7FF, 0x1FFFF))) for _ in range(20)]
    characters += [chr(chance.randrange(0x20, 0x3000)) for _ in range(300)]
    characters += [chr(chance.randrange(0xF900, 0x10000)) for _ in range(100)]

    printed = printable("".join(characters))

    assert isinstance(printed, str)
    template = '#set document(title: "t")\n#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))\n#sys.inputs.text'
    typst.compile(
        template.encode(),
        font_paths=EMBEDDED_FONTS,
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,
        sys_inputs={"text": printed},
    )
