"""The one form in which a company's website address is kept and compared."""

import re
from typing import Literal
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

import idna

MAX_LENGTH = 2048
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?![0-9])", re.IGNORECASE)
_IPV4 = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){3}")
_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\<>\"]")

Fault = Literal["invalid_url", "scheme_not_allowed", "userinfo_not_allowed", "host_not_allowed"]


class WebsiteUrlError(ValueError):
    """The text is no website address. The message is for the person who typed it; `code` is stable."""

    def __init__(self, code: Fault, message: str) -> None:
        super().__init__(message)
        self.code = code


def normalise_website_url(text: str) -> str:
    """The address with `https://` if it had no scheme, a lower-case ASCII host (IDNA 2008), no fragment, no default
    port. Says nothing about whether the site exists or may be visited. Raises WebsiteUrlError, a ValueError.
    """
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or _NOT_IN_AN_ADDRESS.search(text):
        raise WebsiteUrlError(
            "invalid_url",
            f"a website address has 1 to {MAX_LENGTH} characters, without spaces, such as https://example.com",
        )
    try:
        parts = urlsplit(_with_scheme(text))
        port = parts.port
    except ValueError as error:
        raise WebsiteUrlError("invalid_url", f"the website address cannot be read: {error}") from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise WebsiteUrlError("scheme_not_allowed", f"a website starts with http or https, not {parts.scheme}")
    if "@" in parts.netloc:
        raise WebsiteUrlError("userinfo_not_allowed", "a website address has no user name or password")
    host = _ascii_host(_written_host(parts))
    netloc = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    return _rebuild(parts, netloc)


def _with_scheme(text: str) -> str:
    if text.startswith("//"):
        return f"https:{text}"
    scheme = _SCHEME.match(text)
    # `acme.be:/x` has a dot where a scheme would be: it is a host with an empty port.
    return text if scheme and "." not in scheme[1] else f"https://{text}"


def _written_host(parts: SplitResult) -> str:
    """The host as typed: `SplitResult.hostname` lower-cases as Python does, which turns a last Σ into another letter
    than IDNA does."""
    return parts.netloc if parts.netloc.startswith("[") else parts.netloc.partition(":")[0]


def _ascii_host(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    if _IPV4.fullmatch(host):
        return host
    if not host.strip("."):
        raise WebsiteUrlError("host_not_allowed", "the website address has no host name")
    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except UnicodeError as error:
        raise WebsiteUrlError("host_not_allowed", f"{host!r} is not a host name: {error}") from error


def _rebuild(parts: SplitResult, netloc: str) -> str:
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~")
    return urlunsplit((parts.scheme, netloc, "" if path == "/" and not query else path, query, ""))
