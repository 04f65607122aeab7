"""The headers of every answer, errors too: what a page may load and do, and the tag of what it was made from."""

from typing import Any

from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from demarche.publish.api.access import HEADERS
from demarche.publish.api.kept import Kept
from demarche.publish.api.revision import OPEN, STILL


class Armour:
    """Wraps the application; of what is answered it knows only whether it is to be kept."""

    def __init__(self, app: ASGIApp, kept: Kept) -> None:
        self.app = app
        self.kept = kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers put on."""

        async def armoured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    headers[name] = value
                tag = scope.get("state", {}).get("etag")
                if tag and message["status"] == 200:
                    headers["ETag"] = tag
                    headers.setdefault("Cache-Control", STILL)
                if message["status"] != 200 or not headers.get("content-type", "").startswith("application/json"):
                    self._settle(scope, None)
            elif message["type"] == "http.response.body":
                self._settle(scope, None if message.get("more_body") else message["body"])
            await send(message)

        try:
            await self.app(scope, receive, armoured)
        finally:
            self._settle(scope, None)

    def _settle(self, scope: Scope, body: bytes | None) -> None:
        """Once, and before a byte is sent: a slow reader keeps nobody waiting."""
        state: dict[str, Any] = scope.get("state") or {}
        if tag := state.pop(OPEN, None):
            self.kept.settle(tag, body)
