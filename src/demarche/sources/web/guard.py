"""Names -> the addresses they may be fetched from: public ones only, unless the settings say otherwise.

A page (or a redirect, or a name whose answer changes between two questions) must not lead a fetch into the machine or
its network. So every connection resolves its name once, checks all that it resolves to, and goes to what was checked.
"""

import ipaddress
import socket

import httpx

from demarche.model import BadInput

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Guarded(httpx.BaseTransport):
    """Sends each request to a checked address; certificate and `Host` stay those of the name."""

    def __init__(self, allow_private: bool) -> None:
        # Connections are not kept: two names on one address must not share one.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.HTTPTransport(limits=limits)
        self._allow_private = allow_private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Resolve, check, send."""
        name = request.url.host
        address = checked_address(name, request.url.port, self._allow_private)
        request.extensions = {**request.extensions, "sni_hostname": name}
        request.url = request.url.copy_with(host=address)
        return self._inner.handle_request(request)

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()


def checked_address(name: str, port: int | None, allow_private: bool) -> str:
    """An address of the name, if all of its addresses may be reached."""
    try:
        answers = socket.getaddrinfo(name, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as e:
        raise BadInput(f"no such host: {name}") from e
    addresses = [str(answer[4][0]) for answer in answers]
    if not allow_private and not all(map(is_public, addresses)):
        raise BadInput(f"{name} leads to a private address")
    return addresses[0]


def is_public(address: str) -> bool:
    """Is it an address on the open internet? One that wraps an IPv4 address is as public as that one."""
    found = ipaddress.ip_address(address.split("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is None and found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        found = inner or found
    return found.is_global and not found.is_multicast
