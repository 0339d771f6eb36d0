"""Stripe's double: `localstripe` answers what nothing here answers."""

import asyncio
import time
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Request, Response

from tests.simulators.double import CONTROL, Double
from tests.simulators.stripe import wire
from tests.simulators.stripe.upstream import Upstream
from tests.simulators.webhooks import Sender

DISPUTE_FEE = 1500
RESPONSE_TIME = 7 * 24 * 3600
Rows = dict[str, dict[str, Any]]


def stripe(address: str, retries: tuple[float, ...]) -> Double:
    """The double that will be served at this address."""
    upstream, sender = Upstream(), Sender(wire.sign, retries)
    events = wire.Events(sender)
    return Double(
        payouts(events),
        disputes(events, upstream),
        refunds(upstream),
        everything_else(events, upstream),
        sender=sender,
        rules=wire.RULES,
        failure=wire.failure,
        lifetime=lambda: upstream.running(f"{address}{CONTROL}/upstream"),
    )


def _found(rows: Rows, id: str) -> dict[str, Any]:
    if id not in rows:
        raise wire.refuse(404, f"No such object: {id!r}", code="resource_missing")
    return rows[id]


def payouts(events: wire.Events) -> APIRouter:
    router, rows = APIRouter(), Rows()

    @router.post("/v1/payouts")
    async def create(request: Request) -> dict[str, Any]:
        fields = await wire.form(request)
        if not str(fields.get("amount", "")).isdecimal() or "currency" not in fields:
            raise wire.refuse(400, "A payout needs an amount and a currency", code="parameter_missing")
        fields["amount"] = int(fields["amount"])
        blank: dict[str, Any] = {"metadata": {}, "failure_code": None, "failure_message": None}
        payout = wire.new("payout", "po", status="pending", **blank | fields)
        rows[payout["id"]] = payout
        events.tell("payout.created", payout)
        return payout

    @router.get("/v1/payouts")
    async def list_all(request: Request) -> dict[str, Any]:
        return wire.page(rows, "/v1/payouts", request.query_params)

    @router.get("/v1/payouts/{id}")
    async def get(id: str) -> dict[str, Any]:
        return _found(rows, id)

    @router.post(CONTROL + "/payouts/{id}/close")
    async def close(id: str, status: Annotated[Literal["paid", "failed"], Body(embed=True)]) -> dict[str, Any]:
        payout = _found(rows, id)
        payout["status"] = status
        if status == "failed":
            payout |= {"failure_code": "account_closed", "failure_message": "The bank account has been closed"}
        events.tell(f"payout.{status}", payout)
        return payout

    return router


def disputes(events: wire.Events, upstream: Upstream) -> APIRouter:
    router, rows = APIRouter(), Rows()

    def move(dispute: dict[str, Any], amount: int, fee: int) -> None:
        dispute["balance_transactions"] = [
            *dispute["balance_transactions"],
            wire.new(
                "balance_transaction",
                "txn",
                amount=amount,
                fee=fee,
                net=amount - fee,
                currency=dispute["currency"],
                source=dispute["id"],
                type="adjustment",
                reporting_category="dispute" if amount < 0 else "dispute_reversal",
            ),
        ]

    @router.post(CONTROL + "/disputes")
    async def open_dispute(
        charge: Annotated[str, Body()], reason: Annotated[str, Body()] = "fraudulent"
    ) -> dict[str, Any]:
        disputed = await upstream.get(f"/v1/charges/{charge}")
        dispute = wire.new(
            "dispute",
            "dp",
            charge=charge,
            amount=disputed["amount"],
            currency=disputed["currency"],
            payment_intent=disputed["payment_intent"],
            reason=reason,
            status="needs_response",
            evidence_details={"due_by": int(time.time()) + RESPONSE_TIME},
            metadata={},
            balance_transactions=[],
        )
        rows[dispute["id"]] = dispute
        events.tell("charge.dispute.created", dispute)
        move(dispute, -dispute["amount"], DISPUTE_FEE)
        events.tell("charge.dispute.funds_withdrawn", dispute)
        return dispute

    @router.post(CONTROL + "/disputes/{id}/close")
    async def close(id: str, status: Annotated[Literal["won", "lost"], Body(embed=True)]) -> dict[str, Any]:
        dispute = _found(rows, id)
        dispute["status"] = status
        events.tell("charge.dispute.closed", dispute)
        if status == "won":
            move(dispute, dispute["amount"], 0)
            events.tell("charge.dispute.funds_reinstated", dispute)
        return dispute

    @router.get("/v1/disputes")
    async def list_all(request: Request) -> dict[str, Any]:
        return wire.page(rows, "/v1/disputes", request.query_params)

    @router.get("/v1/disputes/{id}")
    async def get(id: str) -> dict[str, Any]:
        return _found(rows, id)

    return router


def refunds(upstream: Upstream) -> APIRouter:
    """Guards the charge, of which `localstripe` gives back any amount."""
    router, one_at_a_time = APIRouter(), asyncio.Lock()

    @router.post("/v1/refunds")
    async def create(request: Request) -> dict[str, Any]:
        fields = dict(await request.form())
        async with one_at_a_time:
            if intent := fields.get("payment_intent"):
                charge = (await upstream.get(f"/v1/payment_intents/{intent}"))["latest_charge"]
            else:
                charge = await upstream.get(f"/v1/charges/{fields.get('charge')}")
            if not charge:
                raise wire.refuse(400, "This PaymentIntent does not have a successful charge to refund")
            left = charge["amount"] - charge["amount_refunded"]
            if not left:
                raise wire.refuse(400, "The charge has already been refunded", code="charge_already_refunded")
            amount = str(fields.setdefault("amount", str(left)))
            if amount.isdecimal() and int(amount) > left:
                message = f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})"
                raise wire.refuse(400, message, param="amount")
            return await upstream.post("/v1/refunds", fields)

    return router


def everything_else(events: wire.Events, upstream: Upstream) -> APIRouter:
    router = APIRouter()

    @router.post(CONTROL + "/upstream", status_code=204)
    async def hear(event: Annotated[dict[str, Any], Body()]) -> None:
        events.tell(event["type"], event["data"]["object"])

    @router.post(CONTROL + "/payment_intents/{id}/authenticate")
    async def authenticate(id: str, success: Annotated[bool, Body(embed=True)]) -> dict[str, Any]:
        """The payer passes 3-D Secure, or fails it."""
        intent = await upstream.get(f"/v1/payment_intents/{id}")
        fields = {"client_secret": intent["client_secret"], "success": success}
        intent = await upstream.post(f"/v1/payment_intents/{id}/_authenticate", fields)
        if not success:
            events.tell("payment_intent.payment_failed", intent)
        return intent

    @router.api_route("/v1/{path:path}", methods=["GET", "POST", "DELETE"])
    async def ask(path: str, request: Request) -> Response:
        kept = {name: request.headers[name] for name in ("authorization", "content-type") if name in request.headers}
        answer = await upstream.send(
            request.method, f"/v1/{path}", params=request.query_params, content=await request.body(), headers=kept
        )
        body = answer.content
        if answer.status_code == 402:
            body = body.replace(b'"invalid_request_error"', b'"card_error"')
        return Response(body, answer.status_code, media_type="application/json")

    return router
