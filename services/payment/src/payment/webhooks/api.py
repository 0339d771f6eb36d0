"""The addresses that providers send webhooks to. Their signature covers the raw body, so it is read as it came."""

from fastapi import APIRouter, Request, Response

from amigok_chassis.context import InContext
from amigok_chassis.errors import Unavailable
from amigok_chassis.problems import problems
from payment.providers.protocol import ForgedWebhook, ProviderUnavailable
from payment.webhooks import service

LARGEST = 262_144
"""The limit in bytes; events have a few thousand."""

router = APIRouter(prefix="/api/v1")


@router.post(
    "/payments/webhook/stripe",
    max_body_size=LARGEST,
    response_class=Response,
    responses=problems(ForgedWebhook, ProviderUnavailable, Unavailable),
)
async def receive_stripe(request: Request, context: InContext) -> Response:
    """Receives an event from Stripe. 200 means that it is stored."""
    await service.receive(context, "stripe", await request.body(), request.headers)
    return Response()


@router.post(
    "/payments/webhook/paypal",
    max_body_size=LARGEST,
    response_class=Response,
    responses=problems(ForgedWebhook, ProviderUnavailable, Unavailable),
)
async def receive_paypal(request: Request, context: InContext) -> Response:
    """Receives an event from PayPal. 200 means that it is stored."""
    await service.receive(context, "paypal", await request.body(), request.headers)
    return Response()
