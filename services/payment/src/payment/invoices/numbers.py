"""Invoice numbers without gaps, `<entity>-<year>-<000042>`: one series for each seller entity and year."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from payment.invoices.models import Series

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""

_LENGTH = 12


def code_of(user_id: UUID) -> str:
    """Returns the 12 characters that stand for a user on invoices: 60 of the random bits of the id."""
    return "".join(_LETTERS[user_id.int >> 5 * place & 31] for place in reversed(range(_LENGTH)))


def customer_number(user_id: UUID) -> str:
    """Returns the number of the user as a customer."""
    return f"C{code_of(user_id)}"


def seller_entity(user_id: UUID) -> str:
    """Returns the entity of the user as a seller: the beginning of the numbers of invoices in their name."""
    return f"S{code_of(user_id)}"


async def next_in(db: UnitOfWork, entity: str, year: int) -> int:
    """Takes the next number of a series. Other transactions that want a number wait until this one ends.

    After a rollback the next transaction gets the same number, so there are no gaps.
    """
    series = await db.lock_one(Series, (entity, year))
    if series is None:
        first = insert(Series).values(entity=entity, year=year, last=1).on_conflict_do_nothing()
        if await db.scalar(first.returning(Series.last)):
            return 1
        series = await db.lock_one(Series, (entity, year))
    assert series is not None
    series.last += 1
    return series.last
