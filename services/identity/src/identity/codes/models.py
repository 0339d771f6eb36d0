"""What every table of codes has."""

import secrets
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from identity.digests import keyed

TRIES = 5
"""How often a code may be guessed."""


class Challenge:
    """A code that was sent. Each kind of code has a table of its own."""

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
        return (CheckConstraint(f"tries BETWEEN 0 AND {TRIES}", name="tries"), Index(None, "user_id", "id"))

    def draw(self, key: bytes) -> str:
        """Makes the code and keeps only a keyed digest of it."""
        code = f"{secrets.randbelow(1_000_000):06}"
        self.code_digest = self._digest(key, code)
        return code

    def guess(self, key: bytes, code: str) -> bool:
        """Counts an attempt and returns whether the code is right. After the last attempt no code is."""
        if self.tries >= TRIES:
            return False
        self.tries += 1
        return compare_digest(self.code_digest, self._digest(key, code))

    def spoil(self) -> None:
        """Uses up all attempts."""
        self.tries = TRIES

    def _digest(self, key: bytes, code: str) -> bytes:
        return keyed(key, self.__tablename__, str(self.id), code)
