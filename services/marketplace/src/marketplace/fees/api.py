"""The platform's fee, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.context import InContext
from marketplace.fees import rules
from marketplace.fees.schemas import FeeOut, FeeQuery
from marketplace.settings import Settings

router = APIRouter(prefix="/api/v1")


@router.get("/marketplace/fee")
async def read_fee(asked: Annotated[FeeQuery, Query()], context: InContext) -> FeeOut:
    """Returns the platform's fee on animals that are listed now, and what it comes to for a price.

    The seller pays it. A listing keeps the fee that it was published with.
    """
    rule = rules.rule(context.settings(Settings), asked.listing_type)
    return FeeOut.of(asked, rule)
