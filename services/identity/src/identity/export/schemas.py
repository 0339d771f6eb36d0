"""What is handed out. Nothing of others, no secrets, no digests."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from identity.kyc.person import Person
from identity.kyc.schemas import DocumentOut, SubmissionStatus
from identity.passkeys.schemas import PasskeyOut
from identity.schemas import Profile
from identity.two_factor.schemas import TwoFactorOut


class _Row(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class OwnProfile(Profile):
    """The profile, and when what it says was proved or changed."""

    email_verified_at: datetime | None
    phone_verified_at: datetime | None
    credentials_changed_at: datetime | None
    last_login_at: datetime | None


class SessionOut(_Row):
    """A signing in, and the device it was last used from."""

    id: UUID
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime
    revoked_at: datetime | None
    address: str | None
    user_agent: str | None
    amr: list[str]


class DeviceOut(_Row):
    """A device on which one has signed in."""

    first_seen_at: datetime
    last_used_at: datetime


class AskedAddress(_Row):
    """An address that one asked to change to, lately."""

    email: str
    created_at: datetime


class AskedPhone(_Row):
    """A number that one had a code sent to, lately."""

    phone: str
    created_at: datetime


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
    """All of one's own data in identity, and where the rest is.

    `truncated` names what is too long to be here whole: the newest are. `elsewhere` names what other services keep, by
    the path that one reads it at, signed in.
    """

    exported_at: datetime
    profile: OwnProfile
    addresses: list[AskedAddress]
    phones: list[AskedPhone]
    two_factor: TwoFactorOut
    passkeys: list[PasskeyOut]
    sessions: list[SessionOut]
    devices: list[DeviceOut]
    activities: list[ActivityOut]
    kyc: list[OwnSubmissionOut]
    preferences: dict[str, Any]
    truncated: list[str]
    elsewhere: dict[str, str]
