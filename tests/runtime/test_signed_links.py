"""Signed links: each opens what it was made for, until it ends, and nobody else can make one."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from runtime.signed_links import (
    AlteredLinkError,
    CaseFileGrant,
    ExpiredLinkError,
    FileGrant,
    Links,
    case_file_links,
    file_links,
)

SECRET = SecretStr("a secret of the tests, 32 letters")
FILE = FileGrant(
    case_id="case_a1b2c3d4e5f6",
    object_key="case_a1b2c3d4e5f6/documents/1",
    sha256="0" * 64,
    file_size=17,
    filename="statuten.pdf",
    media_type="application/pdf",
)
CASE_FILE = CaseFileGrant(case_id="case_a1b2c3d4e5f6", organisation="org_1", key_id="key_1")


def test_a_link_opens_what_it_was_made_for() -> None:
    assert file_links(SECRET).open(file_links(SECRET).token(FILE)) == FILE
    assert case_file_links(SECRET).open(case_file_links(SECRET).token(CASE_FILE)) == CASE_FILE


@given(data=st.data())
def test_a_link_with_any_character_changed_opens_nothing(data: st.DataObject) -> None:
    token = file_links(SECRET).token(FILE)
    at = data.draw(st.integers(0, len(token) - 2))  # the last holds bits that mean nothing
    other = data.draw(st.characters(codec="ascii").filter(lambda character: character != token[at]))

    with pytest.raises(AlteredLinkError):
        file_links(SECRET).open(token[:at] + other + token[at + 1 :])


def test_a_link_that_has_expired_says_so() -> None:
    links = Links(SECRET, "file", FileGrant, timedelta(seconds=-1))

    with pytest.raises(ExpiredLinkError):
        links.open(links.token(FILE))


def test_a_link_of_one_purpose_or_installation_does_not_serve_for_another() -> None:
    token = case_file_links(SECRET).token(CASE_FILE)
    elsewhere = SecretStr("the secret of another installation")

    for links in (file_links(SECRET), case_file_links(elsewhere)):
        with pytest.raises(AlteredLinkError):
            links.open(token)


@pytest.mark.parametrize("token", ["", ".", "a.b.c", "ü" * 10, "x" * 10_000])
def test_what_is_no_link_opens_nothing(token: str) -> None:
    with pytest.raises(AlteredLinkError):
        file_links(SECRET).open(token)
