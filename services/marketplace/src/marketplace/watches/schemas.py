"""Watches over HTTP."""

from uuid import UUID

from pydantic import AwareDatetime

from amigok_chassis.schemas import Out
from amigok_contracts import Money
from marketplace.listings.errors import State


class WatchOut(Out):
    """A listing that you watch, as it is now."""

    listing_id: UUID
    livestock_id: UUID
    title: str
    price: Money
    state: State
    watched_at: AwareDatetime
