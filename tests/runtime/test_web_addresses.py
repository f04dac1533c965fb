"""Addresses of strangers are read as RFC 3986 has it, or refused with the one exception that callers expect."""

import pytest
from yarl import URL

from runtime.web_addresses import address_of, address_on

UNREADABLE = [
    "//]a[@",
    "https://]1[:80@",
    "http://[::1",
    "http://a:99999/",
    "//[::ffff:1.2.3 5a]:80/",
    "//[:ff:1.2..4%25a]",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_address_is_a_value_error_at_once(text: str) -> None:
    with pytest.raises(ValueError):
        address_on(URL("http://shop.example/"), text)


@pytest.mark.parametrize(
    ("page", "reference", "there"),
    [
        ("http://a.example/my%20page/x", "y/z", "http://a.example/my%20page/y/z"),
        ("http://a.example/%0D%0AHost:%20b/x", "y", "http://a.example/%0D%0AHost:%20b/y"),
        ("http://a.example/a%3Fb/x?q", "y", "http://a.example/a%3Fb/y"),
        ("http://a.example/a/x?q", "?z", "http://a.example/a/x?z"),
        ("http://a.example/a/x?q", "", "http://a.example/a/x?q"),
        ("http://a.example/a/x", "../y#f", "http://a.example/y"),
        ("http://a.example/a/x", "//b.example/y", "http://b.example/y"),
        ("http://a.example", "y", "http://a.example/y"),
    ],
)
def test_a_reference_leads_from_its_page_with_all_escapes(page: str, reference: str, there: str) -> None:
    assert str(address_on(URL(page), reference)) == there


def test_an_address_is_read_without_its_fragment() -> None:
    assert address_of("https://a.example/x#y") == URL("https://a.example/x")
