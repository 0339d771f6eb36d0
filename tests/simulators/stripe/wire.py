"""Stripe's formats: ids, forms, refusals, signatures."""

import base64
import contextlib
import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Iterable
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, ValidationError

from tests.simulators.double import Refused
from tests.simulators.idempotency import Rules
from tests.simulators.webhooks import Endpoint

API_VERSION = "2026-10-28.endive"
UNKEPT = {400, 401, 404, 409, 429}
"""Statuses of requests that were never carried out. Their keys stay free."""
DEEPEST = 5
Row = dict[str, Any]


class Asked(BaseModel):
    """The fields of a request; others are refused. `expand` names ids to replace by their objects."""

    model_config = ConfigDict(extra="forbid")

    expand: list[str] = []


A = TypeVar("A", bound=Asked)


def now() -> int:
    return int(time.time())


def new(object: str, prefix: str, **fields: Any) -> Row:
    id = f"{prefix}_{secrets.token_hex(12)}"
    return {"id": id, "object": object, "created": now(), "livemode": False, **fields}


def refusal(status: int, type: str, message: str, **more: Any) -> JSONResponse:
    return JSONResponse({"error": {"type": type, "message": message, **more}}, status)


def refuse(status: int, message: str, *, type: str = "invalid_request_error", **more: Any) -> Refused:
    return Refused(status, {"error": {"type": type, "message": message, **more}})


def failure(status: int) -> JSONResponse:
    if status == 429:
        refused = refusal(429, "invalid_request_error", "Too many requests", code="rate_limit")
        refused.headers["retry-after"] = "1"
        return refused
    return refusal(status, "api_error", "Something went wrong")


def replay(kept: Response) -> Response:
    again = Response(kept.body, kept.status_code)
    again.raw_headers = [*kept.raw_headers, (b"idempotent-replayed", b"true")]
    return again


RULES = Rules(
    header="idempotency-key",
    keeps=lambda status: status not in UNKEPT,
    replay=replay,
    in_use=lambda key: refusal(
        409, "idempotency_error", f"Key {key!r} is being used by another request", code="idempotency_key_in_use"
    ),
    mismatch=lambda key: refusal(400, "idempotency_error", f"Key {key!r} was first used with other parameters"),
)


def sign(body: bytes, at: int, to: Endpoint, truly: bool) -> dict[str, str]:
    secret = to.secret if truly else "whsec_wrong"
    digest = hmac.new(secret.encode(), b"%d.%s" % (at, body), hashlib.sha256).hexdigest()
    return {"stripe-signature": f"t={at},v1={digest}"}


def admit(request: Request) -> Response | None:
    """Refuses requests without a secret key. Pages for payers need none."""
    kind, _, key = request.headers.get("authorization", "").partition(" ")
    if kind == "Basic":
        with contextlib.suppress(ValueError):
            key = base64.b64decode(key).decode().partition(":")[0]
    if request.url.path.startswith("/v1/") and not key.startswith("sk_"):
        return refusal(401, "invalid_request_error", "You did not provide a valid API key.")
    return None


async def asked(request: Request, shape: type[A]) -> A:
    """Parses a form or a query."""
    async with request.form() as form:
        asked = tree(request.query_params.multi_items() if request.method == "GET" else form.multi_items())
    try:
        return shape.model_validate(asked)
    except ValidationError as error:
        raise _invalid(error) from None


def _invalid(error: ValidationError) -> Refused:
    first = error.errors()[0]
    outer, *inner = (str(part) for part in first["loc"]) if first["loc"] else ("",)
    param = outer + "".join(f"[{part}]" for part in inner)
    codes = {"missing": "parameter_missing", "extra_forbidden": "parameter_unknown"}
    code = codes.get(first["type"]) or ("parameter_invalid_integer" if "int" in first["type"] else "parameter_invalid")
    return refuse(400, f"{param}: {first['msg']}", code=code, param=param)


def tree(pairs: Iterable[tuple[str, Any]]) -> Row:
    """Parses field names: `metadata[order]=7` is a dictionary, `expand[0]` and `expand[]` are lists."""
    root: Row = {}
    for name, value in pairs:
        outer, *inner = re.split(r"\]?\[", name.removesuffix("]"))
        if len(inner) > DEEPEST or not isinstance(value, str):
            raise refuse(400, f"Invalid parameter: {name[:50]}", code="parameter_invalid")
        _put(root, [outer, *inner], value, name)
    return {key: _listed(value) for key, value in root.items()}


def _put(root: Row, path: list[str], value: str, name: str) -> None:
    *outer, last = path
    for part in outer:
        root = root.setdefault(part, {})
        if not isinstance(root, dict):
            raise refuse(400, f"Invalid parameter: {name[:50]}", code="parameter_invalid")
    root[last or str(len(root))] = value


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(each) for key, each in value.items()}
    return list(inner.values()) if inner and all(key.isdecimal() for key in inner) else inner
