"""A dispute as the farm sees it: which animal was bought with the disputed payment, by whom and for how much."""

from typing import NamedTuple, Self
from uuid import UUID

from amigok_contracts import Money
from amigok_contracts.payment import Dispute, OrderRefunded


class Case(NamedTuple):
    """A dispute of a payment for an animal, over `amount` of what was `paid`."""

    dispute_id: UUID
    livestock_id: UUID
    order_id: UUID
    user_id: UUID
    amount: Money
    paid: Money

    @classmethod
    def of_dispute(cls, event: Dispute) -> Self | None:
        """Returns the case of a dispute, or None if nothing was bought with the payment."""
        if event.livestock_id is None or event.order_id is None:
            return None
        return cls(event.dispute_id, event.livestock_id, event.order_id, event.user_id, event.amount, event.paid)

    @classmethod
    def of_refund(cls, event: OrderRefunded) -> Self:
        """Returns a purchase that was refunded as a dispute over all that was paid."""
        return cls(event.refund_id, event.livestock_id, event.order_id, event.buyer_id, event.amount, event.amount)
