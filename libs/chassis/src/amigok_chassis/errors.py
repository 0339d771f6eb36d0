"""Failures with a name, rendered as problem+json (RFC 9457) with a stable `code`."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any, ClassVar

import structlog
from asyncpg.exceptions import (
    DataError,
    DeadlockDetectedError,
    InsufficientResourcesError,
    InterfaceError,
    InternalClientError,
    OperatorInterventionError,
    PostgresConnectionError,
    SerializationError,
)
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import Field
from pydantic_core import to_json
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from amigok_chassis import methods
from amigok_chassis.outbox import correlation_id

log = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"
"""The media type of problems (RFC 9457)."""

_OUTAGES = (
    OSError,
    PoolTimeout,
    TimeoutError,
    OperatorInterventionError,
    PostgresConnectionError,
    InsufficientResourcesError,
    DeadlockDetectedError,
    SerializationError,
    InterfaceError,
    InternalClientError,  # what the driver says when the server's farewell crosses a statement
)


RetryAfter = Annotated[int, Field(ge=0, description="After how many seconds to try again")]
"""The type of `retry_after` in `sends`."""


class DomainError(Exception):
    """A refusal by a rule of the domain. Subclasses set `status`, `code` and, in their docstring, the title.

    Keyword arguments become members of the problem. `sends` declares those that a class sends, with their types;
    `retry_after` (whole seconds) also becomes a header; so does, with status 416, the `size` that there is.
    """

    status: ClassVar[int] = 400
    code: ClassVar[str] = "bad_request"
    sends: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, detail: str = "", **members: Any) -> None:
        super().__init__(detail or self.code)
        self.detail = detail or self.title
        self.members = members

    @property
    def title(self) -> str:
        return (self.__doc__ or self.code).strip().splitlines()[0]


class BadRequest(DomainError):
    """The body cannot be read."""

    status, code = 400, "bad_request"


class NotFound(DomainError):
    """There is no such thing, or it is not yours to see."""

    status, code = 404, "not_found"


class Unauthenticated(DomainError):
    """A valid access token is required."""

    status, code = 401, "unauthenticated"


class Forbidden(DomainError):
    """Your role does not allow this."""

    status, code = 403, "forbidden"


class StepUpRequired(DomainError):
    """This needs a fresh proof of who you are; authenticate again and repeat the request."""

    status, code = 403, "step_up_required"


class SecondFactorRequired(DomainError):
    """This needs a second factor: sign in or step up with one; an app or a passkey is set up at /api/v1/auth."""

    status, code = 403, "second_factor_required"


class ContentTooLarge(DomainError):
    """The body of the request is too large."""

    status, code = 413, "content_too_large"


class InvalidRequest(DomainError):
    """The request does not fit its schema; `errors` says where."""

    status, code = 422, "invalid_request"


class InvalidValue(DomainError):
    """A value is outside what can be stored."""

    status, code = 422, "invalid_value"


class Unavailable(DomainError):
    """Something that this needs is out of order; try again soon."""

    status, code = 503, "service_unavailable"


def problem(
    *,
    status: int,
    code: str,
    title: str,
    detail: str,
    instance: str,
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> Response:
    """A problem+json response; `members` are extra members of the body."""
    body = {"type": "about:blank", "title": title, "status": status, "code": code, "detail": detail}
    return Response(
        to_json({**body, "instance": instance, **members}),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers=dict(headers or {}),
    )


def render(request: Request, error: DomainError) -> Response:
    """The response for a named failure."""
    return rendered(error, instance=request.url.path)


def rendered(error: DomainError, *, instance: str) -> Response:
    """The response for a named failure at this path."""
    headers = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if error.status == 503:
        headers["Retry-After"] = "2"
    if error.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and "size" in error.members:
        headers["Content-Range"] = f"bytes */{error.members['size']}"
    if "retry_after" in error.members:
        headers["Retry-After"] = str(error.members["retry_after"])
    return problem(
        status=error.status,
        code=error.code,
        title=error.title,
        detail=error.detail,
        instance=instance,
        headers=headers,
        **error.members,
    )


def driver_error(error: BaseException) -> BaseException:
    """The error of the database driver, without SQLAlchemy's wrapping."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        return error.orig.__cause__ or error.orig
    return error


def is_outage(error: BaseException) -> bool:
    """Whether a retry can help: the database or a connection failed, or a transaction lost a race."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = driver_error(error)
    if isinstance(cause, InterfaceError):
        return "closed" in str(cause)
    if isinstance(cause, OSError) and cause.filename is not None:
        return False
    return isinstance(cause, _OUTAGES)


def is_unfit(error: BaseException) -> bool:
    """Whether the database can never take these values: too long, out of range, malformed.

    Values that break a constraint are not meant: they may fit once other rows have changed.
    """
    return isinstance(driver_error(error), DataError)


def as_domain_error(error: BaseException) -> DomainError | None:
    """The named failure that a database error stands for, if it is not a defect of ours."""
    if is_outage(error):
        return Unavailable()
    return InvalidValue() if is_unfit(error) else None


async def refused(request: Request, error: Exception) -> Response:
    """The response for a named failure. Denied requests are logged."""
    assert isinstance(error, DomainError)
    if error.status in (401, 403):
        user = getattr(request.state, "principal", None)
        log.warning("request.denied", problem=error.code, method=request.method, user_id=user.id if user else None)
    return render(request, error)


async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [
        {"location": [str(part) for part in item["loc"]], "message": item["msg"], "type": item["type"]}
        for item in error.errors()
    ]
    return render(request, InvalidRequest(f"{len(errors)} value(s) are missing, unknown or malformed.", errors=errors))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == ContentTooLarge.status:
        return render(request, ContentTooLarge())
    phrase = HTTPStatus(error.status_code).phrase
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = methods.allow(request.app.routes, request.scope["path"])
    return problem(
        status=error.status_code,
        code=phrase.lower().replace(" ", "_"),
        title=phrase,
        detail=str(error.detail),
        instance=request.url.path,
        headers=headers,
    )


def unknown_method(path: str, allowed: str) -> Response:
    """The response to a method that no service has."""
    title = "This is not a method of HTTP."
    return problem(
        status=501,
        code="not_implemented",
        title=title,
        detail=f"Use one of {allowed}.",
        instance=path,
        headers={"Allow": allowed},
    )


async def defect(request: Request, error: Exception) -> Response:
    """The response for an unexpected error."""
    title = "Something went wrong on our side."
    return problem(
        status=500,
        code="internal_error",
        title=title,
        detail=title,
        instance=request.url.path,
        request_id=correlation_id.get(),
    )


async def _gone(request: Request, error: Exception) -> Response:
    title = "The client went away before its request was whole."
    return problem(status=400, code="client_disconnected", title=title, detail=title, instance=request.url.path)


async def _database(request: Request, error: Exception) -> Response:
    known = as_domain_error(error)
    if known is None:
        raise error
    log.warning("database.refused", error=type(driver_error(error)).__name__)
    return render(request, known)


def install(app: FastAPI) -> None:
    """Renders every failure of the app as problem+json."""
    app.add_exception_handler(DomainError, refused)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, defect)
    for kind in (DBAPIError, DataError, *_OUTAGES):
        app.add_exception_handler(kind, _database)
