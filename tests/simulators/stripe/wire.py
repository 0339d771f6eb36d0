"""Stripe's way of writing: ids, forms, lists, refusals, signatures, events."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from tests.simulators.double import Refused
from tests.simulators.idempotency import Rules
from tests.simulators.webhooks import Endpoint, Sender

API_VERSION = "2026-10-28.endive"
UNKEPT = {400, 401, 404, 409, 429}
"""Statuses of requests that never began to be carried out; their keys stay free."""


def new(object: str, prefix: str, **fields: Any) -> dict[str, Any]:
    id = f"{prefix}_{secrets.token_hex(12)}"
    return {"id": id, "object": object, "created": int(time.time()), "livemode": False, **fields}


def refusal(status: int, type: str, message: str, **more: Any) -> JSONResponse:
    return JSONResponse({"error": {"type": type, "message": message, **more}}, status)


def refuse(status: int, message: str, **more: Any) -> Refused:
    return Refused(status, {"error": {"type": "invalid_request_error", "message": message, **more}})


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


async def form(request: Request) -> dict[str, Any]:
    """The fields of a form; `metadata[order]=7` becomes a dictionary in it."""
    fields: dict[str, Any] = {}
    for name, value in (await request.form()).multi_items():
        outer, _, inner = name.partition("[")
        if inner:
            fields.setdefault(outer, {})[inner.rstrip("]")] = value
        else:
            fields[outer] = value
    return fields


def page(rows: dict[str, dict[str, Any]], url: str, query: Mapping[str, str]) -> dict[str, Any]:
    """A list, the newest first; understands `limit` and `starting_after`, and refuses other fields."""
    if unknown := query.keys() - {"limit", "starting_after"}:
        raise refuse(400, f"Received unknown parameters: {', '.join(sorted(unknown))}", code="parameter_unknown")
    ids = list(reversed(rows))
    start = ids.index(query["starting_after"]) + 1 if query.get("starting_after") in rows else 0
    end = start + int(query.get("limit", 10))
    return {"object": "list", "url": url, "data": [rows[id] for id in ids[start:end]], "has_more": len(ids) > end}


class Events:
    """Tells the endpoints what happened."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def tell(self, type: str, object: dict[str, Any]) -> None:
        data = {"object": object}
        event = new("event", "evt", type=type, api_version=API_VERSION, data=data, pending_webhooks=1, request=None)
        self._sender.send(event, type)
