"""Which network addresses are public, asked at the one moment that counts: when a socket is about to connect.

Checking a host name beforehand is not enough, because its second resolution may differ from its first (DNS
rebinding), and a literal address is never resolved at all. A socket factory sees every attempt. A name that has a
public address and a private one is refused before, whichever of them would have been tried first.
"""

import errno
import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult

_NOT_PUBLIC_V4 = (
    IPv4Network("192.0.0.0/24"),  # IETF protocol assignments (RFC 6890)
    IPv4Network("192.88.99.0/24"),  # 6to4 relay anycast (RFC 7526)
    IPv4Network("168.63.129.16/32"),  # a cloud provider's host agent on a public-looking address
)
_UNICAST_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = (IPv6Network("3fff::/20"),)  # documentation (RFC 9637), unknown to older Pythons
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public_address(text: str) -> bool:
    """Whether this IPv4 or IPv6 address belongs to the public Internet (IANA special-purpose registries).

    Addresses that carry an IPv4 address inside (mapped, 6to4, Teredo, NAT64) are public only if that one is.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public_v4(address)
    return _is_public_v6(address)


def _is_public_v4(address: IPv4Address) -> bool:
    special = address.is_multicast or any(address in network for network in _NOT_PUBLIC_V4)
    return address.is_global and not special


def _is_public_v6(address: IPv6Address) -> bool:
    if address.scope_id is not None:
        return False
    carried = list(_carried_v4(address))
    if not all(_is_public_v4(inner) for inner in carried):
        return False
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    if address not in _UNICAST_V6 or any(address in network for network in _NOT_PUBLIC_V6):
        return False
    return bool(carried) or address.is_global


def _carried_v4(address: IPv6Address) -> Iterator[IPv4Address]:
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)


class PublicAddressesOnly:
    """A socket factory for `aiohttp.TCPConnector` that makes no socket to an address that is not public."""

    def __init__(self) -> None:
        self.refused = False
        """Whether an address was refused: the connector folds several failures into one that hides the cause."""

    def __call__(self, attempt: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = attempt
        self.check(str(address[0]))
        return socket.socket(family=family, type=kind, proto=protocol)

    def check(self, address: str) -> None:
        """Raises OSError for an address that is not public."""
        if not is_public_address(address):
            self.refused = True
            raise OSError(errno.EACCES, "the address is not public")


class PublicNamesOnly(AbstractResolver):
    """Gives the addresses of a name only if all of them are public; otherwise raises OSError, as the guard does."""

    def __init__(self, names: AbstractResolver, guard: PublicAddressesOnly) -> None:
        self._names = names
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "the name has no address")
        for result in found:
            self._guard.check(result["host"])
        return found

    async def close(self) -> None:
        await self._names.close()
