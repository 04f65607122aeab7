"""News -> a call of somebody's server, signed as Standard Webhooks says (standardwebhooks.com, version 1).

The signature is HMAC-SHA-256 over `webhook-id.webhook-timestamp.body`. The server must lie on the open internet, unless
whoever runs this allows otherwise: a watch can come from someone who may write queries and nothing else. It is asked
again where it does not answer, and the same delivery has the same `webhook-id`.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx
import msgspec
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from demarche.model import BadInput, DemarcheError, UsageError
from demarche.publish.watches.news import News
from demarche.sources.web.guard import Guarded

SECRET = "DEMARCHE_WEBHOOK_SECRET"
"""The variable that holds the secret: it is never written into a store."""

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """How news leaves: the secret for signatures, patience, and what prints where a watch has no channel."""

    terminal: Callable[[News], None]
    sleep: Callable[[float], None]
    secret: str = ""
    allow_private: bool = False
    attempts: int = 5
    seconds: float = 20.0


class NotDelivered(DemarcheError):
    """A server did not take the news."""


class _Passing(Exception):
    """A failure that may pass."""


def called(found: News, address: str, delivery: Delivery, now: datetime) -> None:
    """Call the server, or say why it did not take the news."""
    if not delivery.secret:
        raise UsageError(f"a webhook is signed: put its secret into {SECRET}")
    body = msgspec.json.encode(found)
    headers = signed(found.delivery, int(now.timestamp()), body, delivery.secret)
    tries = Retrying(
        stop=stop_after_attempt(delivery.attempts), wait=wait_exponential(max=60), sleep=delivery.sleep, reraise=True,
        retry=retry_if_exception_type(_Passing),
    )  # fmt: skip
    try:
        tries(_once, address, body, headers, delivery)
    except _Passing as e:
        raise NotDelivered(f"{address}: {e}, after {delivery.attempts} attempts") from e
    except (BadInput, httpx.InvalidURL, httpx.UnsupportedProtocol) as e:
        raise NotDelivered(f"{address}: {e}") from e


def signed(id: str, timestamp: int, body: bytes, secret: str) -> dict[str, str]:
    """The headers of a delivery."""
    content = f"{id}.{timestamp}.".encode() + body
    mark = base64.b64encode(hmac.new(secret.encode(), content, hashlib.sha256).digest()).decode()
    return {
        "content-type": "application/json", "webhook-id": id, "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{mark}",
    }  # fmt: skip


def _once(address: str, body: bytes, headers: dict[str, str], delivery: Delivery) -> None:
    options: dict[str, Any] = {"transport": Guarded(delivery.allow_private), "timeout": delivery.seconds}
    try:
        with httpx.Client(**options) as client:
            status = client.post(address, content=body, headers=headers).status_code
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise
    except httpx.TransportError as e:
        raise _Passing(f"no answer ({type(e).__name__})") from e
    if status in _PASSING:
        raise _Passing(f"the server answered {status}")
    if not 200 <= status < 300:
        raise NotDelivered(f"{address}: the server answered {status}")
