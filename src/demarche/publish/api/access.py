"""Who may ask what: the address one serves at, tokens, and the headers that keep a page from doing anything else."""

import hmac
import ipaddress

import msgspec

from demarche.model import UsageError
from demarche.publish.api.problems import Asked, Refused

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """What is allowed. Without a `token` nothing can be written; away from loopback it is asked for reading too.

    `hosts` are further names that the server is asked by: any other is refused, because a page on the web may let its
    own name point at this machine (DNS rebinding).
    """

    host: str = "127.0.0.1"
    token: str | None = None
    read_only: bool = False
    hosts: tuple[str, ...] = ()
    requests_a_minute: int = 6000

    def __post_init__(self) -> None:
        if not self.loopback and not self.token:
            raise UsageError(f"others can reach {self.host}: give a token (DEMARCHE_TOKEN), or serve on 127.0.0.1")
        if self.token is not None and len(self.token) < 16:
            raise UsageError("a token of fewer than 16 characters is guessed too soon")

    @property
    def loopback(self) -> bool:
        """Is it served to this machine alone?"""
        return _is_loopback(self.host)

    @property
    def writable(self) -> bool:
        """May anybody write?"""
        return self.token is not None and not self.read_only


def check_host(access: Access, request: Asked) -> None:
    """Refuse to answer by a name that is not ours."""
    host = request.headers.get("host", "")
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
    name = name.strip("[]").lower()
    if name not in (access.host.lower(), *access.hosts) and not _is_loopback(name):
        raise Refused(f"this server is not called {name!r}")


def check_read(access: Access, request: Asked) -> None:
    """Away from loopback, reading needs the token."""
    if not access.loopback and not _holds(access, request):
        raise Refused("a token is needed: Authorization: Bearer …")


def check_words(request: Asked) -> None:
    """Refuse a NUL: no text holds one, and a database may stumble over it."""
    if "\x00" in request.scope["path"] or b"%00" in request.scope["query_string"]:
        raise UsageError("there is a NUL in the address; no word holds one")


def check_write(access: Access, request: Asked) -> None:
    """Writing always needs the token, and never a simple form of another page."""
    if access.read_only:
        raise Refused("this server only reads")
    if access.token is None:
        raise Refused("to write, start the server with a token (DEMARCHE_TOKEN)")
    if not _holds(access, request):
        raise Refused("a token is needed to write: Authorization: Bearer …")


def _holds(access: Access, request: Asked) -> bool:
    given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    return access.token is not None and hmac.compare_digest(given.encode(), access.token.encode())


def _is_loopback(name: str) -> bool:
    if name.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
