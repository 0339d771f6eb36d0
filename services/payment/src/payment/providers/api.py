"""Payment methods over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.money import AccountCurrency
from payment.providers.registry import providers_of
from payment.providers.schemas import OfferedOut
from payment.settings import Settings

router = APIRouter(prefix="/api/v1")


@router.get("/payments/methods-offered")
async def list_offered(
    me: CurrentUser, context: InContext, currency: Annotated[AccountCurrency, Query()] = "USD"
) -> OfferedOut:
    """Lists how you can pay an amount in a currency, apart from your wallet."""
    key = context.settings(Settings).stripe_publishable_key or None
    return OfferedOut(methods=providers_of(context).offered(currency), stripe_publishable_key=key)
