"""What happens to an order in escrow when the payer's bank, or the platform, takes back what it was paid with.

While a dispute of its payment stands, nothing is paid to the seller by itself or by the buyer: people decide. A dispute
that was lost stands for good.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import newer
from amigok_chassis.inbox import Retry
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.complaints import service
from marketplace.complaints.errors import ComplaintNotFound, StillDisputed
from marketplace.complaints.models import Complaint, OrderDispute
from marketplace.orders.models import Order

DISPUTED = "payment_disputed"


async def follow(db: UnitOfWork, order_id: UUID, *, dispute_id: UUID, stands: bool, version: int) -> None:
    """Contests the order of a disputed payment, or lets its escrow go on when the last dispute is won.

    Raises Retry for an order whose animal may still be on its way.
    """
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.seller_id is None:
        return
    if order.is_before("escrowed"):
        raise Retry(f"order {order_id} is {order.state}: it may still come into escrow")
    told = {"id": dispute_id, "order_id": order_id, "stands": stands, "version": version}
    if not await newer.keep(db, OrderDispute, told):
        return
    if stands and order.state == "escrowed":
        await service.open_(db, order, by="platform", reason=DISPUTED)
    elif not stands and order.state == "contested" and not await is_disputed(db, order_id):
        complaint = await service.live(db, order_id)
        if complaint is not None and (complaint.state, complaint.reason) == ("open", DISPUTED):
            service.withdraw(db, order, complaint, by="platform")


async def withdraw_own(db: UnitOfWork, order_id: UUID, *, buyer_id: UUID) -> tuple[Complaint, Order]:
    """Withdraws the buyer's own complaint. Raises ComplaintNotFound, StillDisputed, WrongState."""
    order, complaint = await service.locked(db, order_id)
    if order.buyer_id != buyer_id or complaint.opened_by != "buyer":
        raise ComplaintNotFound
    if await is_disputed(db, order_id):
        raise StillDisputed
    service.withdraw(db, order, complaint, by="buyer")
    return complaint, order


async def reclaimed(db: UnitOfWork, livestock_id: UUID, *, owner_id: UUID, at: datetime) -> None:
    """The platform has the animal of an order in escrow: people decide who gets the price.

    Raises Retry if the news that the animal came to its buyer is still on its way.
    """
    theirs = select(Order).where(Order.livestock_id == livestock_id, Order.buyer_id == owner_id)
    live = theirs.where(Order.state.in_(("confirmed", "escrowed")), Order.confirmed_at < at)
    order = await db.scalar(live.with_for_update().execution_options(populate_existing=True))
    if order is not None and order.state == "confirmed":
        raise Retry(f"order {order.id} is not in escrow yet")
    if order is not None:
        await service.open_(db, order, by="platform", reason="reclaimed")


async def is_disputed(db: UnitOfWork, order_id: UUID) -> bool:
    """Returns whether a dispute of the order's payment stands."""
    standing = exists().where(OrderDispute.order_id == order_id, OrderDispute.stands)
    return bool(await db.scalar(select(standing)))
