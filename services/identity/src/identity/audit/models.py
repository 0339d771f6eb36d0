"""One entry for each thing that an administrator did."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, LargeBinary, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

BEGINNING = bytes(32)


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
    digest: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (Index(None, "subject_id", "number"), Index(None, "actor_id", "number"))

    def sealed(self, previous: bytes) -> bytes:
        """The digest that the entry must have after one with the digest `previous`."""
        content = [
            self.number, self.at.timestamp(), str(self.actor_id), self.action, str(self.subject_id), self.address,
            self.before, self.after,
        ]  # fmt: skip
        return sha256(previous + json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).digest()
