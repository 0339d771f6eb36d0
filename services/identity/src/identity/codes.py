"""Six digits that were sent to where a user says they can be reached. Of a user's only the newest count."""

import secrets
from datetime import datetime, timedelta
from hmac import compare_digest
from math import ceil
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from amigok_chassis.unit_of_work import UnitOfWork
from identity.digests import keyed
from identity.errors import TooManyMessages
from identity.models import CODE_TRIES

HOURLY = 5
"""So many an hour one user has sent, wherever to: with five tries each, guessing is hopeless."""

WINDOW = timedelta(hours=1)


class Challenge:
    """A code that was sent, as a table of each kind keeps it."""

    __tablename__: str
    lifetime: ClassVar[timedelta]

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    code_digest: Mapped[bytes]
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        return (CheckConstraint(f"tries BETWEEN 0 AND {CODE_TRIES}", name="tries"), Index(None, "user_id", "id"))

    def draw(self, key: bytes) -> str:
        """Makes the code, of which only a keyed digest stays."""
        code = f"{secrets.randbelow(1_000_000):06}"
        self.code_digest = self._digest(key, code)
        return code

    def guess(self, key: bytes, code: str) -> bool:
        """Counts a try and tells whether it was right; after the last try none is."""
        if self.tries >= CODE_TRIES:
            return False
        self.tries += 1
        return compare_digest(self.code_digest, self._digest(key, code))

    def spoil(self) -> None:
        """No try is left."""
        self.tries = CODE_TRIES

    def _digest(self, key: bytes, code: str) -> bytes:
        return keyed(key, self.__tablename__, str(self.id), code)


C = TypeVar("C", bound=Challenge)


async def newest(db: UnitOfWork, kind: type[C], *, user_id: UUID, now: datetime) -> C | None:
    """The newest of a user whose row is locked, if it has not expired."""
    found: C | None = await db.scalar(select(kind).where(kind.user_id == user_id).order_by(kind.id.desc()).limit(1))
    return found if found is not None and now < found.expires_at else None


async def refuse_too_many(db: UnitOfWork, kind: type[Challenge], *, user_id: UUID, now: datetime) -> None:
    """Raises TooManyMessages when the user, whose row is locked, has had five in the last hour."""
    fifth = await db.scalar(
        select(kind.created_at)
        .where(kind.user_id == user_id, kind.created_at > now - WINDOW)
        .order_by(kind.id.desc())
        .offset(HOURLY - 1)
        .limit(1)
    )
    if fifth is not None:
        raise TooManyMessages(retry_after=ceil((fifth + WINDOW - now).total_seconds()))
