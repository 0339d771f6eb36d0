"""Disputed animals over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.schemas import In, Note, Out
from amigok_contracts import Money

State = Literal["open", "reclaimed", "undecided", "lost", "won", "owed", "returned", "kept", "settled"]
Decision = Literal["return", "keep", "settle"]


class SettlementIn(In):
    """`return`: the platform owns the animal again. `keep`: its owner keeps it. `settle`: what was owed is settled.

    The money is settled elsewhere; `note` says how.
    """

    decision: Decision
    note: Note


class Settlement(BaseModel):
    """What an administrator proposes to do about a dispute."""

    dispute_id: UUID
    decision: Decision
    note: str


class DisputeOut(Out):
    """A dispute of a payment for an animal, over `amount` of what was `paid`."""

    id: UUID
    livestock_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    paid: Money
    state: State
    opened_at: datetime
    changed_at: datetime
