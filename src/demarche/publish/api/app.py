"""The API and the page over one store, as an ASGI application."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Litestar, Response, Router
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from demarche.publish.api import (
    about_routes,
    campaign_routes,
    judgement_routes,
    picture_routes,
    record_routes,
    said_routes,
    search_routes,
    state_routes,
    text_routes,
)
from demarche.publish.api.access import check_host, check_read, check_words
from demarche.publish.api.armour import Armour
from demarche.publish.api.duties import House
from demarche.publish.api.kept import Kept
from demarche.publish.api.pages import page
from demarche.publish.api.problems import HANDLERS, Asked, of_anything
from demarche.publish.api.questions import asked
from demarche.publish.api.revision import known

API = "/api/v1"
ROUTES = [
    *record_routes.ROUTES, *text_routes.ROUTES, *said_routes.ROUTES, search_routes.search, *picture_routes.ROUTES,
    *judgement_routes.ROUTES, *state_routes.ROUTES, *about_routes.ROUTES, *campaign_routes.ROUTES,
]  # fmt: skip


def app(house: House) -> Litestar:
    """The application over an open store."""
    kept = Kept()
    api = Router(
        API, route_handlers=ROUTES, dependencies={"question": Provide(asked, sync_to_thread=False)},
        before_request=_before(house, kept),
    )  # fmt: skip
    return Litestar(
        [api, page],
        dependencies={"house": Provide(lambda: house, sync_to_thread=False)},
        exception_handlers={**HANDLERS, Exception: of_anything},
        before_request=_guarded(house),
        middleware=[
            DefineMiddleware(Armour, kept=kept),
            RateLimitConfig(rate_limit=("minute", house.access.requests_a_minute)).middleware,
        ],
        openapi_config=OpenAPIConfig(
            title="demarche", version=house.version, path=f"{API}/schema", render_plugins=[JsonRenderPlugin()],
            description="The record of diplomatic engagement, tied to the words it came from.",
        ),
        request_max_body_size=1 << 20,
    )  # fmt: skip


def _guarded(house: House) -> Callable[[Asked], None]:
    def guard(request: Asked) -> None:
        check_host(house.access, request)

    return guard


def _before(house: House, kept: Kept) -> Callable[[Asked], Awaitable[Response[Any] | None]]:
    async def before(request: Asked) -> Response[Any] | None:
        check_host(house.access, request)
        check_read(house.access, request)
        check_words(request)
        return await known(house.store, kept, request)

    return before
