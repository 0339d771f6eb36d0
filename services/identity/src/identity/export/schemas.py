"""What a user is given: nothing about others, no secrets, no digests."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from amigok_contracts.values import known
from identity.contacts.schemas import ConsentOut
from identity.kyc.person import Person
from identity.kyc.schemas import DocumentOut, SubmissionStatus
from identity.passkeys.schemas import PasskeyOut
from identity.two_factor.schemas import TwoFactorOut
from identity.users.schemas import Profile


class _Row(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class OwnProfile(Profile):
    """The profile, with the times of verifications and changes."""

    email_verified_at: datetime | None
    phone_verified_at: datetime | None
    credentials_changed_at: datetime | None
    last_login_at: datetime | None


class SessionOut(_Row):
    """A session, and the device it was last used on."""

    id: UUID
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime
    revoked_at: datetime | None
    address: str | None
    user_agent: str | None
    amr: list[Annotated[str, known("pwd", "otp", "hwk", "mfa")]]


class DeviceOut(_Row):
    """A device on which the user has signed in."""

    first_seen_at: datetime
    last_used_at: datetime


class AskedAddress(_Row):
    """An address that the user recently asked to change to."""

    email: str
    created_at: datetime


class AskedPhone(_Row):
    """A number to which the user recently had a code sent."""

    phone: str
    created_at: datetime


class ActivityOut(_Row):
    action: str
    at: datetime
    address: str | None
    user_agent: str | None
    details: dict[str, Any]


class OwnSubmissionOut(_Row):
    """A submission as its user may see it, without the reviewer."""

    id: UUID
    status: SubmissionStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    person: Person | None = None
    documents: list[DocumentOut] = []


class ExportOut(BaseModel):
    """All of the user's data in identity, and where to read the rest.

    `truncated` lists the sections of which only the newest entries are included. `elsewhere` lists what other services
    keep, with the path at which the signed-in user can read it.
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
    contact_consent: ConsentOut
    truncated: list[str]
    elsewhere: dict[str, str]
