"""Billing details that users want on their invoices. Stored sealed, never in an event, erased with the account."""

from collections.abc import Collection
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.rows import among
from amigok_chassis.sealing import derive, seal, unseal
from amigok_chassis.text import Line, Name
from amigok_chassis.unit_of_work import UnitOfWork
from payment.invoices.errors import AccountDeleted, BillingDetailsMissing
from payment.invoices.models import Billing


class BillingDetails(BaseModel):
    """The name and address that an invoice is made out to."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[Name, Field(max_length=200)]
    street: Annotated[Line, Field(min_length=1, max_length=200)]
    postal_code: Annotated[Line, Field(min_length=1, max_length=20)]
    city: Annotated[Name, Field(max_length=100)]
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
    """Two capital letters, ISO 3166-1."""
    tax_id: Annotated[Line, Field(min_length=1, max_length=40)] | None = None


async def keep(db: UnitOfWork, details: BillingDetails, *, user_id: UUID) -> None:
    """Stores the details for future invoices. Raises AccountDeleted."""
    values = {"sealed": sealed(db, details, bound=_place(user_id)), "changed_at": clock.now()}
    row = insert(Billing).values(user_id=user_id, **values)
    kept = row.on_conflict_do_update(
        index_elements=[Billing.user_id], set_=values, where=Billing.erased_at.is_(None)
    ).returning(Billing.user_id)
    if await db.scalar(kept) is None:
        raise AccountDeleted


async def of(db: UnitOfWork, *, user_id: UUID) -> BillingDetails:
    """Returns the user's details. Raises BillingDetailsMissing."""
    details = (await current(db, [user_id])).get(user_id)
    if details is None:
        raise BillingDetailsMissing
    return details


async def current(db: UnitOfWork, user_ids: Collection[UUID]) -> dict[UUID, BillingDetails | None]:
    """Returns the details of those users who ever had any."""
    rows = await db.scalars(select(Billing).where(among(Billing.user_id, user_ids)))
    return {row.user_id: opened(db, row.sealed, bound=_place(row.user_id)) for row in rows}


async def erase(db: UnitOfWork, user_id: UUID) -> None:
    """Erases the details of a deleted account, and refuses new ones. Repeating it has no further effect."""
    now = clock.now()
    values = {"sealed": None, "changed_at": now, "erased_at": now}
    row = insert(Billing).values(user_id=user_id, **values)
    await db.execute(
        row.on_conflict_do_update(index_elements=[Billing.user_id], set_=values, where=Billing.erased_at.is_(None))
    )


def sealed(db: UnitOfWork, details: BillingDetails | None, *, bound: str) -> bytes | None:
    """Seals the details with the data key. They open only for the same `bound`."""
    return None if details is None else seal(_key(db), details.model_dump_json().encode(), bound=bound)


def opened(db: UnitOfWork, box: bytes | None, *, bound: str) -> BillingDetails | None:
    """Opens sealed details. Raises ValueError if they were sealed for another `bound`."""
    return None if box is None else BillingDetails.model_validate_json(unseal(_key(db), box, bound=bound))


def _key(db: UnitOfWork) -> bytes:
    return derive(db.data_key, "billing details")


def _place(user_id: UUID) -> str:
    return f"user {user_id}"
