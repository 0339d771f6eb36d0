"""Saved ways to pay: what they are is asked of the provider each time."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from payment.desk import Desk
from payment.due import BATCH
from payment.methods.errors import SavedMethodNotFound, SavedMethodUnknown
from payment.methods.models import Customer
from payment.methods.schemas import SavedOut, SavingOut
from payment.providers.shape import Method, SavedMethod, Vault


async def customer_of(db: UnitOfWork, user_id: UUID) -> str | None:
    """The provider's id of a user who has ever saved anything."""
    return await db.scalar(select(Customer.reference).where(Customer.user_id == user_id))


async def check(desk: Desk, saved_method: str, *, user_id: UUID, method: Method) -> None:
    """Raises SavedMethodUnknown unless this is a card of the user's, and ProviderUnavailable."""
    _, kept = await _kept(desk, user_id)
    if method != "card" or saved_method not in [each.id for each in kept]:
        raise SavedMethodUnknown


async def begin_saving(desk: Desk, *, user_id: UUID) -> SavingOut:
    """What the payer's browser hands a card to the provider with. Raises MethodNotOffered, ProviderUnavailable."""
    async with desk.db.unit_of_work() as db:
        customer = await customer_of(db, user_id)
    if customer is None:
        customer = await _open_customer(desk, user_id)
    reference = customer
    return SavingOut(client_secret=await desk.providers.ask_vault(lambda it: it.begin_saving(reference)))


async def _open_customer(desk: Desk, user_id: UUID) -> str:
    """The first to be kept stays, whoever else opens one at the same time."""
    opened = await desk.providers.ask_vault(lambda it: it.open_customer(user_id))
    async with desk.db.unit_of_work() as db:
        row = insert(Customer).values(user_id=user_id, reference=opened, created_at=clock.now(), closing=False)
        await db.execute(row.on_conflict_do_nothing())
        return await customer_of(db, user_id) or opened


async def saved(desk: Desk, *, user_id: UUID) -> list[SavedOut]:
    """The user's ways to pay, the newest first. The preferred one is the newest unless another was chosen."""
    preferred, kept = await _kept(desk, user_id)
    first = preferred if preferred in [each.id for each in kept] else kept[0].id if kept else None
    return [SavedOut(**vars(each), default=each.id == first) for each in kept]


async def prefer(desk: Desk, method: str, *, user_id: UUID) -> list[SavedOut]:
    """Makes one the default. Raises SavedMethodNotFound, ProviderUnavailable."""
    await _own(desk, method, user_id)
    async with desk.db.unit_of_work() as db:
        customer = await db.get(Customer, user_id, with_for_update=True)
        assert customer is not None
        customer.preferred = method
    return await saved(desk, user_id=user_id)


async def forget(desk: Desk, method: str, *, user_id: UUID) -> None:
    """Has the provider keep it no longer. Raises SavedMethodNotFound, ProviderUnavailable."""
    await _own(desk, method, user_id)
    await desk.providers.ask_vault(lambda it: it.forget(method))


async def _own(desk: Desk, method: str, user_id: UUID) -> None:
    _, kept = await _kept(desk, user_id)
    if method not in [each.id for each in kept]:
        raise SavedMethodNotFound


async def _kept(desk: Desk, user_id: UUID) -> tuple[str | None, list[SavedMethod]]:
    """What the user prefers, and what the provider keeps."""
    async with desk.db.unit_of_work() as db:
        customer = await db.get(Customer, user_id)
    if customer is None:
        return None, []
    return customer.preferred, await desk.providers.ask_vault(lambda it: it.saved(customer.reference))


async def close(db: UnitOfWork, user_id: UUID) -> None:
    """Has the provider forget a person who was forgotten here; a task tells it after the commit."""
    await db.execute(update(Customer).where(Customer.user_id == user_id).values(closing=True, preferred=None))


async def close_forgotten(desk: Desk) -> None:
    """Tells the provider whom to forget, a few at a time. Raises ProviderUnavailable: they have their next turn."""
    async with desk.db.unit_of_work() as db:
        leaving = list(await db.scalars(select(Customer).where(Customer.closing).limit(BATCH)))
    for customer in leaving:
        await desk.providers.ask_vault(_closing(customer.reference))
        async with desk.db.unit_of_work() as db:
            await db.execute(update(Customer).where(Customer.user_id == customer.user_id).values(closing=False))


def _closing(reference: str) -> Callable[[Vault], Awaitable[None]]:
    return lambda it: it.close_customer(reference)
