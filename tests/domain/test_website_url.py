"""The one form of a website's address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.website_url import WebsiteUrlError, normalise_website_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("acme-trading.be", "https://acme-trading.be"),
        ("  ACME-Trading.be/ ", "https://acme-trading.be"),
        ("HTTP://Acme.be/Path?Q=1#part", "http://acme.be/Path?Q=1"),
        ("//acme.be/x", "https://acme.be/x"),
        ("acme.be:443/x", "https://acme.be/x"),
        ("http://acme.be:80", "http://acme.be"),
        ("acme.be:8080/x", "https://acme.be:8080/x"),
        ("localhost:8080", "https://localhost:8080"),
        ("acme.be./x", "https://acme.be/x"),
        ("bücher.de", "https://xn--bcher-kva.de"),
        ("straße.de", "https://xn--strae-oqa.de"),
        ("ΓΑΛΑΖΙΟΣ.gr", "https://xn--mxaaeopj5a6a.gr"),
        ("acme.be/é?q=ü", "https://acme.be/%C3%A9?q=%C3%BC"),
        ("acme.be/a%20b", "https://acme.be/a%20b"),
        ("http://[::1]/", "http://[::1]"),
        ("http://127.0.0.1/x", "http://127.0.0.1/x"),
    ],
)
def test_an_address_has_one_form(text: str, url: str) -> None:
    assert normalise_website_url(text) == url


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "invalid_url"),
        ("acme be", "invalid_url"),
        ("acme.be/\ud800", "invalid_url"),
        ("acme.be\n.evil.be", "invalid_url"),
        ("https://acme.be\\@evil.be", "invalid_url"),
        ("https://[::1", "invalid_url"),
        ("https://acme.be:99999", "invalid_url"),
        ("a" * 3000 + ".be", "invalid_url"),
        ("ftp://acme.be", "scheme_not_allowed"),
        ("javascript:alert(1)", "scheme_not_allowed"),
        ("mailto:info@acme.be", "scheme_not_allowed"),
        ("https://user@acme.be", "userinfo_not_allowed"),
        ("https://user:secret@acme.be", "userinfo_not_allowed"),
        ("https://@acme.be", "userinfo_not_allowed"),
        ("https://", "host_not_allowed"),
        ("https:///path", "host_not_allowed"),
        ("https://.", "host_not_allowed"),
        ("https://-acme.be", "host_not_allowed"),
        ("https://xn--.be", "host_not_allowed"),
        ("https://a..be", "host_not_allowed"),
    ],
)
def test_what_is_no_website_address_is_refused(text: str, code: str) -> None:
    with pytest.raises(WebsiteUrlError) as caught:
        normalise_website_url(text)
    assert caught.value.code == code
    assert str(caught.value)


@given(st.one_of(st.text(max_size=60), st.from_regex(r"(https?://)?[a-z0-9.é-]{1,20}(:[0-9]{1,5})?(/.{0,10})?")))
def test_the_form_is_stable_and_every_other_text_is_a_value_error(text: str) -> None:
    try:
        once = normalise_website_url(text)
    except ValueError:
        return
    assert normalise_website_url(once) == once
