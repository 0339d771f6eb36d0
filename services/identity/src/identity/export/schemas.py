"""What is handed out. Nothing of others, no secrets, no digests."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from identity.kyc.person import Person
from identity.kyc.schemas import DocumentOut, SubmissionStatus
from identity.schemas import Profile


class _Row(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class SessionOut(_Row):
    id: UUID
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


class ActivityOut(_Row):
    action: str
    at: datetime
    address: str | None
    user_agent: str | None
    details: dict[str, Any]


class OwnSubmissionOut(_Row):
    """A submission as its user may see it: without who reviewed it."""

    id: UUID
    status: SubmissionStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    person: Person | None = None
    documents: list[DocumentOut] = []


class ExportOut(BaseModel):
    """All of one's own data in identity. `truncated` names what is too long to be here whole: the newest are."""

    exported_at: datetime
    profile: Profile
    sessions: list[SessionOut]
    activities: list[ActivityOut]
    kyc: list[OwnSubmissionOut]
    preferences: dict[str, Any]
    truncated: list[str]
