"""What identity says: who exists and may act. No personal data: whoever needs a name asks identity."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event


class UserRegistered(Event, type="identity.user.registered", aggregate="user_id"):
    """Somebody has an account, not yet verified."""

    user_id: UUID
    role: str


class UserEmailVerified(Event, type="identity.user.email_verified", aggregate="user_id"):
    """The user proved the e-mail address: from now on a wallet and purchases are theirs."""

    user_id: UUID
    role: str


class UserHandlesChanged(Event, type="identity.user.handles_changed", aggregate="user_id"):
    """By what others may find the user from now on: keyed digests of the verified address and of the username.

    Only services with the fleet's key can make them from what somebody types; nobody can read them back. They are made
    of small letters, with the purposes `email` and `username`.
    """

    user_id: UUID
    aggregate_version: int
    email_digest: str
    username_digest: str | None


class UserCredentialsChanged(Event, type="identity.user.credentials_changed", aggregate="user_id"):
    """How the user signs in was changed: what is dangerous may want to wait a while."""

    user_id: UUID
    what: Literal["password", "email", "phone", "second_factor", "passkey"]
    changed_at: AwareDatetime


class KycSubmitted(Event, type="identity.kyc.submitted", aggregate="user_id"):
    """The user asks to be verified: the KYC status is pending as of this version of it."""

    user_id: UUID
    submission_id: UUID
    aggregate_version: int


class KycApproved(Event, type="identity.kyc.approved", aggregate="user_id"):
    """An administrator found that the user is who they say: the KYC status is approved as of this version of it.

    `sealed_name` is the legal name, base64 of what only services with the fleet's key can open, bound to the user.
    """

    user_id: UUID
    submission_id: UUID
    aggregate_version: int
    sealed_name: str | None = None


class KycRejected(Event, type="identity.kyc.rejected", aggregate="user_id"):
    """An administrator refused the submission; the user may submit again: the KYC status is rejected."""

    user_id: UUID
    submission_id: UUID
    aggregate_version: int


class UserRoleChanged(Event, type="identity.user.role_changed", aggregate="user_id"):
    """An administrator gave the user another role; sessions with the old one have ended."""

    user_id: UUID
    aggregate_version: int
    role: str
    status: str


class UserDeactivated(Event, type="identity.user.deactivated", aggregate="user_id"):
    """The user is shut out: all sessions have ended, none opens until the account is active again."""

    user_id: UUID
    aggregate_version: int
    role: str
    status: str


class UserReactivated(Event, type="identity.user.reactivated", aggregate="user_id"):
    """The user may sign in again."""

    user_id: UUID
    aggregate_version: int
    role: str
    status: str


class UserDeletionRequested(Event, type="identity.user.deletion_requested", aggregate="user_id"):
    """The user, deactivated just before, is to be deleted: services that may hold something of theirs answer.

    Their answers are `DeletionChecked`.
    """

    user_id: UUID
    request_id: UUID


class UserDeleted(Event, type="identity.user.deleted", aggregate="user_id"):
    """The person is forgotten; the id stays where it is referred to, and is never anybody else's."""

    user_id: UUID
    aggregate_version: int
    role: str
    status: str


class UserStandingChanged(Event, type="identity.user.standing_changed", aggregate="user_id"):
    """All that decides what a user may do, as of this version: whoever needs it keeps the newest (`standing`).

    `status` is `active`, `deactivated` or `deleted`; `kyc` is `not_submitted`, `pending`, `approved` or `rejected`.
    `credentials_changed_at` is when the way to sign in last changed. What the user decides by their role counts from
    `decides_from` on: for roles that decide on what others propose, a while after they were given.
    """

    user_id: UUID
    aggregate_version: int
    role: str
    status: str
    verified: bool
    kyc: str
    registered_at: AwareDatetime
    credentials_changed_at: AwareDatetime | None
    decides_from: AwareDatetime
