"""A PayPal account: its objects, the report of what moved money, and authentication."""

import copy
import secrets
import time
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from tests.simulators.double import CONTROL
from tests.simulators.paypal import wire
from tests.simulators.paypal.wire import Row
from tests.simulators.webhooks import Sender

TOKEN_SECONDS = 32_400
OPEN = ("/v1/oauth2/token", "/v1/notifications/certs/")


class Account:
    """One account. Objects are rows in PayPal's format, by kind and id."""

    def __init__(self, sender: Sender, address: str) -> None:
        self.address = address
        self._sender = sender
        self.reset()

    def reset(self) -> None:
        """Makes it a new account."""
        self.transactions: list[Row] = []
        self.events: dict[str, Row] = {}
        self._rows: dict[str, dict[str, Row]] = {}
        self._tokens: dict[str, float] = {}

    def add(self, kind: str, id: str, row: Row) -> Row:
        self._rows.setdefault(kind, {})[id] = row
        return row

    def all(self, kind: str) -> list[Row]:
        """Lists objects, newest first."""
        return list(reversed(self._rows.get(kind, {}).values()))

    def found(self, kind: str, id: str) -> Row:
        row = self._rows.get(kind, {}).get(id)
        if row is None:
            raise wire.missing(kind)
        return row

    def named(self, kind: str, name: str) -> Row:
        """Finds an object by its id, or by a field of the request that made it."""
        for row in self.all(kind):
            if name in (row.get("id"), row.get("custom_id"), row.get("invoice_id"), row.get("sender_batch_id")):
                return row
        return self.found(kind, name)

    def links(self, path: str, **others: str) -> list[Row]:
        own = [{"href": f"{self.address}{path}", "rel": "self", "method": "GET"}]
        return own + [{"href": f"{self.address}{href}", "rel": rel, "method": "GET"} for rel, href in others.items()]

    def move(self, code: str, id: str, amount: Row, *, fee: int = 0, about: str = "", custom: str = "") -> None:
        """Adds a row to the report: the `amount` that moved (negative: money out) and PayPal's fee, in minor units."""
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
        related = {"paypal_reference_id": about, "paypal_reference_id_type": "TXN"} if about else {}
        row = {
            "transaction_id": id,
            "transaction_event_code": code,
            "transaction_initiation_date": at,
            "transaction_updated_date": at,
            "transaction_amount": amount,
            "transaction_status": "S",
            "fee_amount": wire.money(-fee, amount["currency_code"]),
            "custom_field": custom,
            **related,
        }
        self.transactions.append({"transaction_info": row})

    def tell(self, type: str, resource_type: str, resource: Row) -> None:
        """Sends an event with the resource's current state."""
        event: Row = {
            "id": wire.new_id("WH-"),
            "event_version": "1.0",
            "create_time": wire.now(),
            "resource_type": resource_type,
            "event_type": type,
            "summary": type.replace(".", " ").lower(),
            "resource": copy.deepcopy(resource),
            "links": [],
        }
        self.events[event["id"]] = event
        self._sender.send(event, type)

    def open(self) -> Row:
        token = secrets.token_urlsafe(24)
        self._tokens[token] = time.monotonic() + TOKEN_SECONDS
        return {"access_token": token, "token_type": "Bearer", "expires_in": TOKEN_SECONDS, "scope": "all"}

    def revoke_all(self) -> None:
        self._tokens.clear()

    def admit(self, request: Request) -> Response | None:
        """Refuses requests without a valid token. The payer's pages need none."""
        if not request.url.path.startswith(("/v1/", "/v2/")) or request.url.path.startswith(OPEN):
            return None
        token = request.headers.get("authorization", "").partition(" ")[2]
        if self._tokens.get(token, 0) > time.monotonic():
            return None
        return JSONResponse({"error": "invalid_token", "error_description": "Token signature verification failed"}, 401)


def oauth(account: Account) -> APIRouter:
    router = APIRouter()

    @router.post("/v1/oauth2/token")
    async def token(request: Request) -> Any:
        async with request.form() as form:
            known = request.headers.get("authorization", "").startswith("Basic ")
            if not known or form.get("grant_type") != "client_credentials":
                error = {"error": "invalid_client", "error_description": "Client Authentication failed"}
                return JSONResponse(error, 401)
        return account.open()

    @router.post(CONTROL + "/tokens/revoke", status_code=204)
    async def revoke() -> None:
        account.revoke_all()

    return router
