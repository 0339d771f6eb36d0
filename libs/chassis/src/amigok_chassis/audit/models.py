"""The tables of the audit log."""

import hmac
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, LargeBinary, String, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from amigok_chassis import tables
from amigok_chassis.sealing import derive

BEGINNING = bytes(32)
"""The digest that comes before the first entry."""

Values = dict[str, Any]


class Base(DeclarativeBase):
    metadata = tables.metadata
    type_annotation_map = {
        datetime: DateTime(timezone=True),
        UUID: Uuid,
        Values: JSONB,
        bytes: LargeBinary,
        int: BigInteger,
    }


class PersonalValues(Base):
    """The personal values of an entry. They are deleted with the person; the entry stays."""

    __tablename__ = "audit_log_personal"

    number: Mapped[int] = mapped_column(ForeignKey("audit_log.number"), primary_key=True, autoincrement=False)
    before: Mapped[Values]
    after: Mapped[Values]

    def digest(self, key: bytes) -> bytes:
        """A digest of the values, from which they cannot be guessed without the key."""
        return _keyed(key, "audit personal values", str(self.number), _canonical([self.before, self.after]))


class AuditEntry(Base):
    """Who did what to what, with the values before and after; `digest` covers the entry and the digest before it.

    Personal values are the subject's, or those of `person_id`.
    """

    __tablename__ = "audit_log"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    action: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID]
    person_id: Mapped[UUID | None]
    address: Mapped[str] = mapped_column(String(45))
    before: Mapped[Values]
    after: Mapped[Values]
    personal_digest: Mapped[bytes | None]
    digest: Mapped[bytes]
    personal: Mapped[PersonalValues | None] = relationship(lazy="raise")

    __table_args__ = (
        Index(None, "subject_id", "number"),
        Index(None, "actor_id", "number"),
        Index(None, "action", "number"),
        Index(None, "at"),
        Index("audit_log_person_id_idx", "person_id", postgresql_where=text("person_id IS NOT NULL")),
    )

    def chain(self, number: int, at: datetime, previous: bytes, key: bytes) -> None:
        """Puts the entry after the one before it, whose digest is `previous`."""
        self.number, self.at = number, at
        if self.personal is not None:
            self.personal.number = number
            self.personal_digest = self.personal.digest(key)
        self.digest = self.sealed(previous, key)

    def sealed(self, previous: bytes, key: bytes) -> bytes:
        """The digest of the entry after one with the digest `previous`. It cannot be computed without the key."""
        content = [
            self.number,
            self.at.isoformat(),
            str(self.actor_id),
            self.action,
            str(self.subject_id),
            self.address,
            self.before,
            self.after,
            self.personal_digest.hex() if self.personal_digest else None,
            *([str(self.person_id)] if self.person_id else []),
        ]
        return _keyed(key, "audit entry", previous.hex(), _canonical(content))


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _keyed(key: bytes, purpose: str, *parts: str) -> bytes:
    return hmac.digest(derive(key, purpose), "\0".join(parts).encode(), "sha256")
