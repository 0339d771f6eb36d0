"""Lines of money: each movement from both sides, so that it adds up to zero."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from amigok_contracts.money import Money
from amigok_contracts.money_requests import Shares, total
from analytics.facts.rows import NIL, Fact, Heard

PAYER, RECEIVER = 0, 1
"""Which `part` of a movement a line is: both sides may be the platform."""


@dataclass(frozen=True, kw_only=True)
class Movement:
    """Money that moved for one reference: what all its lines have in common."""

    heard: Heard[Any]
    reference_id: UUID
    purpose: str = ""
    livestock_id: UUID | None = None
    farm_id: UUID | None = None
    at: datetime | None = None
    rank: int = 0

    def side(
        self, kind: str, amount: Money, *, sign: int, part: int, owner: UUID | None, other: UUID | None = None
    ) -> Fact:
        """One line: more than zero is a gain of the owner; None is the platform."""
        return self.heard.fact(
            "lines",
            rank=self.rank,
            owner=owner or NIL,
            livestock_id=self.livestock_id,
            kind=kind,
            reference_id=self.reference_id,
            part=part,
            at=self.at or self.heard.at,
            amount_minor=sign * amount.minor,
            currency=amount.currency,
            purpose=self.purpose,
            counterparty=other,
            farm_id=self.farm_id,
        )

    def paid(self, kind: str, amount: Money, *, by: UUID | None, to: UUID | None = None) -> Iterator[Fact]:
        """What one pays to another. Below zero, it goes the other way."""
        yield self.side(kind, amount, sign=-1, part=PAYER, owner=by, other=to)
        yield self.side(kind, amount, sign=1, part=RECEIVER, owner=to, other=by)

    def shared(self, kind: str, shares: Shares, *, by: UUID) -> Iterator[Fact]:
        """What one pays to several."""
        yield self.side(kind, total(shares), sign=-1, part=PAYER, owner=by)
        for part, share in enumerate(shares, RECEIVER):
            yield self.side(kind, share.amount, sign=1, part=part, owner=share.payee_id, other=by)

    def sold(self, shares: Shares, *, by: UUID) -> Iterator[Fact]:
        """What a buyer pays for an animal: the seller gets the whole price, and pays the platform's fee of it."""
        seller = next((share.payee_id for share in shares if not share.fee), None)
        price = total(shares)
        yield self.side("purchase", price, sign=-1, part=PAYER, owner=by, other=seller)
        yield self.side("sale", price, sign=1, part=RECEIVER, owner=seller, other=by)
        for fee in (share.amount for share in shares if share.fee and share.amount.minor):
            yield from self.paid("sale_fee", fee, by=seller)
