"""Refuses, before a route reads it: text that is not Unicode, NUL, and duplicate members of JSON objects.

JSON can escape half of a surrogate pair, and a URL any byte. Neither can be stored, hashed or shown. Of one member that
comes twice, programs on the way may read the first and others the last.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes

from fastapi import Request
from starlette.datastructures import FormData

from amigok_chassis.errors import DomainError, InvalidRequest
from amigok_chassis.problems import raising

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])


class MalformedText(InvalidRequest):
    __doc__ = InvalidRequest.__doc__

    def __init__(self) -> None:
        message = "A text is not Unicode, or has the character NUL."
        super().__init__(message, errors=[{"location": [], "message": message, "type": "malformed_text"}])


class DuplicateMember(DomainError):
    """A JSON object of the request has the same member twice."""

    status, code = 422, "duplicate_member"


def takes_any_password(endpoint: Endpoint) -> Endpoint:
    """For a login: a `password` that is no valid text is answered like a wrong one."""
    endpoint.takes_any_password = True  # type: ignore[attr-defined]
    return endpoint


@raising(MalformedText, DuplicateMember)
async def check(request: Request) -> None:
    """A dependency of the whole app. Raw bodies, as of webhooks, are up to the route. Raises the two errors above."""
    _check_url(request)
    if isinstance(form := getattr(request, "_form", None), FormData):
        return _refuse_malformed(text for item in form.multi_items() for text in _texts_of(item))
    if request.scope["route"].body_field is None or "json" not in request.headers.get("content-type", "").lower():
        return None
    if body := await request.body():
        parsed = _parsed(body)
        if b"\\u" in body:
            _refuse_malformed(_strings(_checked(request, parsed)))
    return None


def _checked(request: Request, parsed: Any) -> Any:
    lenient = hasattr(request.scope["route"].endpoint, takes_any_password.__name__)
    if lenient and isinstance(parsed, dict) and isinstance(parsed.get("password"), str):
        return {name: value for name, value in parsed.items() if name != "password"}
    return parsed


def _check_url(request: Request) -> None:
    raw = request.scope.get("raw_path", b"") + b"?" + request.scope["query_string"]
    if b"%" in raw:
        plain = unquote_to_bytes(raw)
        try:
            plain.decode()
        except UnicodeDecodeError:
            raise MalformedText from None
        if b"\0" in plain:
            raise MalformedText


def _texts_of(item: tuple[str, Any]) -> Iterator[str]:
    """The name and the value of a form's field; of a file its name."""
    name, value = item
    yield name
    yield value if isinstance(value, str) else value.filename or ""


def _parsed(body: bytes) -> Any:
    if b"\0" in body:  # JSON in UTF-16 or UTF-32, which only Python would read
        raise MalformedText
    try:
        return json.loads(body.decode(), object_pairs_hook=_unique)
    except UnicodeDecodeError:
        raise MalformedText from None
    except (ValueError, RecursionError):
        return None  # the route has a better word for it


def _unique(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        raise DuplicateMember
    return found


def _strings(value: Any) -> Iterator[str]:
    """Every string of a JSON value, names of members too."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _refuse_malformed(texts: Iterator[str]) -> None:
    for text in texts:
        if "\0" in text:
            raise MalformedText
        try:
            text.encode()
        except UnicodeEncodeError:
            raise MalformedText from None
