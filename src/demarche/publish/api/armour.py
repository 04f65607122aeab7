"""The headers of every answer, errors too: what a page may load and do, and the tag of what it was made from."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from demarche.publish.api.access import HEADERS
from demarche.publish.api.revision import STILL


class Armour:
    """Wraps the application; knows nothing of what is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

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
            await send(message)

        await self.app(scope, receive, armoured)
