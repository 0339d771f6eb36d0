"""One entry for each thing that an administrator did."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from identity.digests import keyed
from identity.models import Base

BEGINNING = bytes(32)
OPERATOR = UUID(int=0)
"""The actor of what is done on the command line."""


class PersonalValues(Base):
    """The values of an entry that tell of a person. They go when the person's account is deleted; the entry stays."""

    __tablename__ = "audit_personal_values"

    number: Mapped[int] = mapped_column(ForeignKey("audit_entries.number"), primary_key=True, autoincrement=False)
    before: Mapped[dict[str, Any]] = mapped_column(JSONB)
    after: Mapped[dict[str, Any]] = mapped_column(JSONB)

    def digest(self, key: bytes) -> bytes:
        """What the entry keeps of them, from which they cannot be guessed without the key."""
        return keyed(key, "audit personal values", str(self.number), _canonical([self.before, self.after]))


class AuditEntry(Base):
    """Who did what to whom, with the values before and after; `digest` covers the entry and the digest before it."""

    __tablename__ = "audit_entries"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    action: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID]
    address: Mapped[str] = mapped_column(String(45))
    before: Mapped[dict[str, Any]] = mapped_column(JSONB)
    after: Mapped[dict[str, Any]] = mapped_column(JSONB)
    personal_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    personal: Mapped[PersonalValues | None] = relationship(lazy="raise")

    __table_args__ = (
        Index(None, "subject_id", "number"),
        Index(None, "actor_id", "number"),
        Index(None, "action", "number"),
        Index(None, "at"),
    )

    def sealed(self, previous: bytes, key: bytes) -> bytes:
        """The digest that the entry must have after one with the digest `previous`: nobody makes it without the key."""
        content = [
            self.number, self.at.isoformat(), str(self.actor_id), self.action, str(self.subject_id), self.address,
            self.before, self.after, self.personal_digest.hex() if self.personal_digest else None,
        ]  # fmt: skip
        return keyed(key, "audit entry", previous.hex(), _canonical(content))


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
