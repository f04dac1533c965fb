"""Web addresses as strangers write them: read whole or refused with a ValueError, whatever yarl makes of them."""

from yarl import URL


def address_of(text: str) -> URL:
    """The address that this text is, absolute or relative, without its fragment. Raises ValueError for what is none."""
    try:
        return _readable(URL(text))
    except IndexError as error:  # which yarl raises for `//]a[@`
        raise ValueError("the address cannot be read") from error


def address_on(page: URL, reference: str) -> URL:
    """Where a reference on this page leads, as RFC 3986 has it. Raises ValueError for what is no address."""
    there = address_of(reference)
    if there.raw_path and not page.raw_path.endswith("/"):
        # `join` would take the last part off, and the escapes of all others with it: `%20`, and `%0D%0A` as well.
        page = page.with_path(f"{page.raw_path.rpartition('/')[0]}/", encoded=True)
    return _readable(page.join(there))


def _readable(url: URL) -> URL:
    """yarl reads host and port only when they are asked for, and raises ValueError then."""
    whole = url.with_fragment(None)
    _ = whole.port
    return whole
