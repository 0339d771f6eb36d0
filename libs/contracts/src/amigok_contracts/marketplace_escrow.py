"""What the marketplace publishes about orders in escrow: the buyer has the animal, and the price is still held.

In escrow the animal may not be sold. The price goes to the seller (`marketplace.order.fulfilled`), or back to the buyer
when the farm has given the animal back to its seller.
"""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.marketplace import ORDER
from amigok_contracts.money import Money
from amigok_contracts.money_requests import Purpose, ReleaseRequest
from amigok_contracts.sale_blocks import BlockEnd, BlockReason, BlockRequest
from amigok_contracts.values import known

IN_ESCROW = "in_escrow"
"""Why an animal in escrow may not be sold."""

ComplaintReason = Annotated[
    str,
    known(
        "not_as_described",
        "other_animal",
        "unhealthy",
        "documents_missing",
        "died",
        "other",
        "payment_disputed",
        "reclaimed",
    ),
]
"""Why an order is contested. The platform itself opens complaints for `payment_disputed` and `reclaimed`."""

ComplaintOutcome = Annotated[str, known("released", "parted", "refunded", "withdrawn")]


class OrderEscrowed(BlockRequest, Event, type="marketplace.order.escrowed", aggregate="order_id"):
    """The animal belongs to the buyer. The price is held until the buyer confirms, or until the time is over."""

    block_reason: BlockReason = IN_ESCROW
    order_id: UUID
    buyer_id: UUID
    seller_id: UUID
    price: Money
    until: AwareDatetime


class OrderEscrowEnded(BlockEnd, Event, type="marketplace.order.escrow_ended", aggregate="order_id"):
    """The price is not held any longer for anybody to decide: it goes to the seller, in part, or back to the buyer."""

    block_reason: BlockReason = IN_ESCROW
    order_id: UUID
    buyer_id: UUID
    seller_id: UUID
    by: Annotated[str, known("buyer", "deadline", "admin")]
    outcome: Annotated[str, known("released", "parted", "refunded")]


class OrderReturnRequested(Event, type="marketplace.order.return_requested", aggregate="order_id"):
    """An order is to be undone: the farm gives the animal back from its buyer to its seller, or refuses.

    `return_id` names this attempt. The farm decides on each once.
    """

    return_id: UUID
    order_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    seller_id: UUID


class OrderUndone(ReleaseRequest, Event, type="marketplace.order.refunded", aggregate="reference_id"):
    """The seller has the animal again, so the buyer gets the price: into the wallet, or back to where it came from."""

    purpose: Purpose = ORDER
    livestock_id: UUID
    seller_id: UUID
    price: Money
    refund_to: Annotated[str, known("wallet", "provider")]


class ComplaintOpened(Event, type="marketplace.complaint.opened", aggregate="complaint_id"):
    """An order in escrow is contested: nothing moves until it is withdrawn or decided by administrators."""

    complaint_id: UUID
    order_id: UUID
    livestock_id: UUID
    buyer_id: UUID
    seller_id: UUID
    by: Annotated[str, known("buyer", "platform")]
    reason: ComplaintReason
    decide_by: AwareDatetime


class ComplaintAnswered(Event, type="marketplace.complaint.answered", aggregate="complaint_id"):
    """The seller has answered a complaint."""

    complaint_id: UUID
    order_id: UUID
    buyer_id: UUID
    seller_id: UUID


class ComplaintReopened(Event, type="marketplace.complaint.reopened", aggregate="complaint_id"):
    """The farm cannot give the animal back, for these reasons: administrators decide again."""

    complaint_id: UUID
    order_id: UUID
    buyer_id: UUID
    seller_id: UUID
    reasons: tuple[Annotated[str, known("not_owner", "deceased", "removed")], ...]


class ComplaintDecided(Event, type="marketplace.complaint.decided", aggregate="complaint_id"):
    """A complaint has ended. `paid` is what of the price goes to the seller and for the fee."""

    complaint_id: UUID
    order_id: UUID
    buyer_id: UUID
    seller_id: UUID
    outcome: ComplaintOutcome
    paid: Money
