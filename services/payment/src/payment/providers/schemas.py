"""What clients get about providers."""

from pydantic import BaseModel

from payment.providers.protocol import Method


class OfferedOut(BaseModel):
    """The payment methods available in a currency, and Stripe's public key for the browser."""

    methods: list[Method]
    stripe_publishable_key: str | None
