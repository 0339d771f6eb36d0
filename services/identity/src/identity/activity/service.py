"""Notes what happens to accounts, and tells it."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.models import Activity
from identity.activity.schemas import ActivityOut


@dataclass(frozen=True)
class Client:
    """From where a request came: the network address, what the program calls itself, the token of its device."""

    address: str
    user_agent: str | None = None
    device_token: str | None = field(default=None, repr=False)

    def on(self, device_token: str | None) -> "Client":
        """The same, with the token of the device that a login was sent with."""
        return replace(self, device_token=device_token)


def note(db: UnitOfWork, *, user_id: UUID, action: str, client: Client | None = None, **details: str) -> None:
    """Adds a line to the account's log, in the transaction of what it tells; no secrets, no personal data."""
    db.add(
        Activity(
            id=new_id(),
            user_id=user_id,
            action=action,
            at=clock.now(),
            address=client.address if client else None,
            user_agent=_printable(client.user_agent)[:300] if client and client.user_agent else None,
            details=details,
        )
    )


def _printable(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


async def of(db: UnitOfWork, paging: Paging, *, user_id: UUID) -> Page[ActivityOut]:
    """What happened to an account, newest first. Raises InvalidCursor."""
    query = select(Activity).where(Activity.user_id == user_id)
    rows, cursor = await paginate(db, query, paging, key=[Activity.id])
    return Page(items=[ActivityOut.model_validate(row) for row in rows], next_cursor=cursor)
