"""What the marketplace says about orders, payment about disputes and identity about people; what the farm does then."""

from collections.abc import Sequence

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.identity import UserDeleted, UserDeletionRequested
from amigok_contracts.marketplace import OrderConfirmed, OrderTimedOut
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon, OrderRefunded
from farm import deletion, erasure, subjects, transfers
from farm.disputes import service as disputes


@on(OrderConfirmed)
async def order_confirmed(db: UnitOfWork, event: OrderConfirmed) -> None:
    """The price is held: transfer the animal, or refuse with reasons."""
    await transfers.decide(
        db,
        order_id=event.order_id,
        livestock_id=event.livestock_id,
        buyer_id=event.buyer_id,
        seller_id=event.seller_id,
        price=event.price,
        transfer_by=event.transfer_by,
    )


@on(OrderTimedOut)
async def order_timed_out(db: UnitOfWork, event: OrderTimedOut) -> None:
    """The marketplace waits no longer: an order that was not decided is refused."""
    await transfers.expire(db, order_id=event.order_id, livestock_id=event.livestock_id)


async def lock_animals(events: Sequence[Event], db: UnitOfWork) -> None:
    """Before a batch: all its animals in one order, then their farms, so that two replicas cannot deadlock."""
    ids = {livestock_id for event in events if (livestock_id := getattr(event, "livestock_id", None)) is not None}
    animals = await subjects.lock_animals(db, ids)
    await subjects.hold_farms(db, animals.values())


@on(DisputeOpened)
async def dispute_opened(db: UnitOfWork, event: DisputeOpened) -> None:
    """Somebody's bank takes back what an animal was paid with: it is not to be sold meanwhile."""
    if event.livestock_id is not None and event.order_id is not None:
        await disputes.opened(db, event, livestock_id=event.livestock_id, order_id=event.order_id)


@on(DisputeWon)
async def dispute_won(db: UnitOfWork, event: DisputeWon) -> None:
    if event.livestock_id is not None and event.order_id is not None:
        await disputes.won(db, event, livestock_id=event.livestock_id, order_id=event.order_id)


@on(DisputeLost)
async def dispute_lost(db: UnitOfWork, event: DisputeLost) -> None:
    if event.livestock_id is not None and event.order_id is not None:
        await disputes.lost(db, event, livestock_id=event.livestock_id, order_id=event.order_id)


@on(OrderRefunded)
async def order_refunded(db: UnitOfWork, event: OrderRefunded) -> None:
    """The buyer has the money again: the animal is the platform's, if it is theirs still and that was decided."""
    if event.animal == "returns":
        refunded = disputes.Refunded(event.refund_id, event.buyer_id, event.amount, event.amount)
        await disputes.lost(db, refunded, livestock_id=event.livestock_id, order_id=event.order_id)


@on(UserDeletionRequested)
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    """Whether anything here keeps them from being deleted."""
    await deletion.check(db, request_id=event.request_id, user_id=event.user_id)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    """The person is forgotten: so are the texts that tell of them."""
    await erasure.forget(db, event.user_id)
