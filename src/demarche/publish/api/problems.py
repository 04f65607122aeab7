"""Errors as problem details (RFC 9457): one shape for all of them, with what was wrong and what to do."""

import logging
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.status_codes import HTTP_400_BAD_REQUEST, HTTP_500_INTERNAL_SERVER_ERROR

from demarche.model import BadValue, DemarcheError, StoreError, UsageError

_log = logging.getLogger(__name__)
Asked = Request[Any, Any, Any]
TYPE = "application/problem+json"
TOLD = ("allow", "retry-after", "www-authenticate")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong. `status` is the HTTP status, `detail` a sentence for a person."""

    title: str
    status: int
    detail: str
    type: str = "about:blank"


class Missing(DemarcheError):
    """There is nothing under that id, and there never was."""


class Gone(DemarcheError):
    """It was there and was taken out of the record; the reason is told."""


class Refused(DemarcheError):
    """It is not allowed: no token, a wrong one, or a store that is only read."""


_STATUS: dict[type[DemarcheError], int] = {Missing: 404, Gone: 410, Refused: 403, UsageError: 400, BadValue: 400}


def problem(status: int, title: str, detail: str, headers: dict[str, str] | None = None) -> Response[bytes]:
    """A response that tells of a problem."""
    body = msgspec.json.encode(Problem(title=title, status=status, detail=detail))
    return Response(body, status_code=status, media_type=TYPE, headers=headers)


def of_ours(_: Asked, error: DemarcheError) -> Response[bytes]:
    """Our own errors: the first class of theirs that has a status decides."""
    status = next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), None)
    if status is None:
        status = 503 if isinstance(error, StoreError) else HTTP_500_INTERNAL_SERVER_ERROR
    return problem(status, type(error).__name__, str(error))


def of_framework(_: Asked, error: HTTPException) -> Response[bytes]:
    """A wrong parameter, an unknown path, too many requests."""
    detail = error.detail
    if isinstance(error, ValidationException) and error.extra:
        detail = "; ".join(f"{e.get('key', '')}: {e.get('message', '')}" for e in error.extra if isinstance(e, dict))
    headers = {name: value for name, value in (error.headers or {}).items() if name.lower() in TOLD}
    return problem(error.status_code, type(error).__name__, detail, headers)


def of_depth(_: Asked, error: RecursionError) -> Response[bytes]:
    """A body nested so deep that nobody means it."""
    return problem(HTTP_400_BAD_REQUEST, "UsageError", "the body is nested too deep")


def of_anything(request: Asked, error: Exception) -> Response[bytes]:
    """A fault of ours: the page learns that there was one, the server's log which."""
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(HTTP_500_INTERNAL_SERVER_ERROR, "InternalError", "a fault in demarche; the server's log tells more")


HANDLERS: dict[Any, Any] = {DemarcheError: of_ours, HTTPException: of_framework, RecursionError: of_depth}
JSON = MediaType.JSON
