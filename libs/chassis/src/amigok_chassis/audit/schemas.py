"""The audit log as administrators see it."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.audit.models import AuditEntry


class AuditEntryOut(BaseModel):
    """Who did what to what. Values that told of a person are gone when that person is deleted."""

    number: int = Field(description="Counts the entries of the service from 1, without gaps")
    at: datetime
    actor_id: UUID = Field(description="All zeros for the service itself and its command line")
    action: str
    subject_id: UUID
    person_id: UUID | None = Field(description="Of whom some of the values tell, if not of the subject")
    address: str
    before: dict[str, Any]
    after: dict[str, Any]

    @classmethod
    def of(cls, entry: AuditEntry) -> Self:
        before = entry.personal.before if entry.personal else {}
        after = entry.personal.after if entry.personal else {}
        return cls(
            number=entry.number,
            at=entry.at,
            actor_id=entry.actor_id,
            action=entry.action,
            subject_id=entry.subject_id,
            person_id=entry.person_id,
            address=entry.address,
            before={**entry.before, **before},
            after={**entry.after, **after},
        )
