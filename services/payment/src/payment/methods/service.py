"""Saved ways to pay. The provider is asked for them each time."""

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.due import announce
from amigok_chassis.unit_of_work import UnitOfWork
from payment.methods.errors import SavedMethodNotFound, SavedMethodUnknown
from payment.methods.models import Customer
from payment.methods.schemas import SavedOut, SavingOut
from payment.providers.protocol import Method, SavedMethod
from payment.providers.registry import providers_of


async def customer_of(db: UnitOfWork, user_id: UUID) -> str | None:
    """Returns the provider's id of a user, or None if they never saved anything."""
    return await db.scalar(select(Customer.reference).where(Customer.user_id == user_id))


async def check(context: Context, saved_method: str, *, user_id: UUID, method: Method) -> None:
    """Raises SavedMethodUnknown unless this is a card of the user's, and ProviderUnavailable."""
    _, kept = await _kept(context, user_id)
    if method != "card" or saved_method not in [each.id for each in kept]:
        raise SavedMethodUnknown


async def begin_saving(context: Context, *, user_id: UUID) -> SavingOut:
    """Returns the secret with which the browser saves a card. Raises MethodNotOffered, ProviderUnavailable."""
    async with context.db.unit_of_work() as db:
        customer = await customer_of(db, user_id)
    reference = customer or await _create_customer(context, user_id)
    return SavingOut(client_secret=await providers_of(context).ask_vault(lambda it: it.begin_setup(reference)))


async def _create_customer(context: Context, user_id: UUID) -> str:
    """Returns the provider's id of a new customer. Of several created at the same time the first one stays."""
    created = await providers_of(context).ask_vault(lambda it: it.create_customer(user_id))
    async with context.db.unit_of_work() as db:
        row = insert(Customer).values(user_id=user_id, reference=created, created_at=clock.now())
        await db.execute(row.on_conflict_do_nothing())
        return await customer_of(db, user_id) or created


async def saved(context: Context, *, user_id: UUID) -> list[SavedOut]:
    """Lists the user's ways to pay, newest first. The newest is the default unless the user chose another."""
    preferred, kept = await _kept(context, user_id)
    first = preferred if preferred in [each.id for each in kept] else kept[0].id if kept else None
    return [SavedOut(**vars(each), default=each.id == first) for each in kept]


async def prefer(context: Context, method: str, *, user_id: UUID) -> list[SavedOut]:
    """Makes a way to pay the default. Raises SavedMethodNotFound, ProviderUnavailable."""
    await _check_owner(context, method, user_id)
    async with context.db.unit_of_work() as db:
        customer = await db.get(Customer, user_id, with_for_update=True)
        assert customer is not None
        customer.preferred = method
    return await saved(context, user_id=user_id)


async def forget(context: Context, method: str, *, user_id: UUID) -> None:
    """Deletes a way to pay at the provider. Raises SavedMethodNotFound, ProviderUnavailable."""
    await _check_owner(context, method, user_id)
    await providers_of(context).ask_vault(lambda it: it.delete_method(method))


async def _check_owner(context: Context, method: str, user_id: UUID) -> None:
    """Raises SavedMethodNotFound, ProviderUnavailable."""
    _, kept = await _kept(context, user_id)
    if method not in [each.id for each in kept]:
        raise SavedMethodNotFound


async def _kept(context: Context, user_id: UUID) -> tuple[str | None, list[SavedMethod]]:
    """Returns the user's preferred way to pay, and all that the provider keeps."""
    async with context.db.unit_of_work() as db:
        customer = await db.get(Customer, user_id)
    if customer is None:
        return None, []
    return customer.preferred, await providers_of(context).ask_vault(lambda it: it.list_methods(customer.reference))


async def close(db: UnitOfWork, user_id: UUID) -> None:
    """Has a deleted user's customer deleted at the provider, after the commit."""
    closing = update(Customer).where(Customer.user_id == user_id).values(due_at=clock.now(), preferred=None)
    await db.execute(closing)
    announce(db, Customer)


async def delete_at_provider(context: Context, user_id: UUID) -> None:
    """Deletes a user's customer at the provider. Raises MethodNotOffered, ProviderUnavailable, ProviderRefused."""
    async with context.db.unit_of_work() as db:
        customer = await db.get_one(Customer, user_id)
    await providers_of(context).ask_vault(lambda it: it.delete_customer(customer.reference))
