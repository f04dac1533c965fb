"""In which language the portal is shown."""

import pytest

from domain.portal_language import UNSAID, language_of_tag, preferred_language, said_language
from schemas.template import PortalLanguage


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", None),
        ("fr", "fr"),
        ("fr-BE, nl;q=0.9", "fr"),
        ("nl;q=0.3, de;q=0.9", "de"),
        ("nl;q=0.8, de;q=0.8", "nl"),
        ("es, it;q=0.9, nl;q=0.1", "nl"),
        ("es, *;q=0.5", None),
        ("NL-be ; q=1.000", "nl"),
        ("nl;q=0, de;q=0.001", "de"),
        ("nl;q=0", None),
        ("nl;q=2, fr;q=nan, de;q=0.2", "de"),
        ("nl;level=1;q=1, , en;q=0.1", "en"),
        (";;;q=,\x00", None),
        ("x," * 1000 + "nl", None),
    ],
)
def test_the_browsers_favourite_that_we_have_is_taken(header: str, language: PortalLanguage | None) -> None:
    assert preferred_language(header) == language


@pytest.mark.parametrize(
    ("asked", "locale", "header", "language"),
    [
        ("de", "nl-BE", "fr", "de"),
        (None, "nl-BE", "fr", "nl"),
        (None, "es", "fr", "fr"),
        (None, None, "fr", "fr"),
        (None, None, "es", "en"),
    ],
)
def test_what_is_asked_for_goes_before_the_session_and_the_session_before_the_browser(
    asked: PortalLanguage | None, locale: str | None, header: str, language: PortalLanguage
) -> None:
    assert (said_language(asked, locale, header) or UNSAID) == language


def test_a_tag_is_known_by_its_language_whatever_its_region() -> None:
    assert [language_of_tag(tag) for tag in ("nl", "NL_be", " de-Latn-AT ", "nld", "")] == [
        "nl",
        "nl",
        "de",
        None,
        None,
    ]
