"""Numbers without gaps, `<entity>-<year>-<000042>`: one series for each seller entity and year."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from payment.invoices.models import Series

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""

_LENGTH = 12


def code_of(user_id: UUID) -> str:
    """What stands for a user on invoices: 60 of the bits of an id that are random, always the same 12 characters."""
    return "".join(_LETTERS[user_id.int >> 5 * place & 31] for place in reversed(range(_LENGTH)))


def customer_number(user_id: UUID) -> str:
    """The user as a customer."""
    return f"C{code_of(user_id)}"


def seller_entity(user_id: UUID) -> str:
    """The user as a seller: what the numbers of invoices in their name begin with."""
    return f"S{code_of(user_id)}"


async def next_in(db: UnitOfWork, entity: str, year: int) -> int:
    """The next number of a series. Whoever wants the one after waits until this transaction ends.

    Rolled back, the number is the next one's: there are no gaps.
    """
    first = insert(Series).values(entity=entity, year=year, last=1)
    counted = first.on_conflict_do_update(
        index_elements=[Series.entity, Series.year], set_={"last": Series.last + 1}
    ).returning(Series.last)
    return (await db.execute(counted)).scalar_one()
