"""Where providers tell us what happened. Who may is told by their signature, so the body is read as it came."""

from fastapi import APIRouter, Request, Response

from payment.desk import AtDesk
from payment.webhooks import service

LARGEST = 262_144
"""Bytes; events are a few thousand."""

router = APIRouter(prefix="/api/v1", tags=["webhooks"])


@router.post("/payments/webhook/stripe", max_body_size=LARGEST, response_class=Response)
async def hear_stripe(request: Request, desk: AtDesk) -> Response:
    """For Stripe's events; 200 means that the event is kept. 400 `webhook_not_verified`."""
    await service.receive(desk, "stripe", await request.body(), request.headers)
    return Response()


@router.post("/payments/webhook/paypal", max_body_size=LARGEST, response_class=Response)
async def hear_paypal(request: Request, desk: AtDesk) -> Response:
    """For PayPal's events; 200 means that the event is kept. 400 `webhook_not_verified`, 503 `provider_unavailable`."""
    await service.receive(desk, "paypal", await request.body(), request.headers)
    return Response()
