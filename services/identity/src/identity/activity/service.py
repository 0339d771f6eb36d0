"""Notes what happens to accounts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from identity.activity.models import Activity


@dataclass(frozen=True)
class Client:
    """From where a request came: the network address and what the program calls itself."""

    address: str
    user_agent: str | None = None


def note(db: AsyncSession, *, user_id: UUID, action: str, client: Client | None = None, **details: str) -> None:
    """Adds a line to the account's log, in the transaction of what it tells; no secrets, no personal data."""
    db.add(
        Activity(
            id=new_id(),
            user_id=user_id,
            action=action,
            at=clock.now(),
            address=client.address if client else None,
            user_agent=client.user_agent[:300] if client and client.user_agent else None,
            details=details,
        )
    )
