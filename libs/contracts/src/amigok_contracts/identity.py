"""What identity publishes: who exists and may act. No personal data is in it, only ids, codes and digests."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.values import Digest, Role, Sealed, Status, known


class UserRegistered(Event, type="identity.user.registered", aggregate="user_id"):
    """Somebody has an account, not yet verified."""

    user_id: UUID
    role: Role


class UserEmailVerified(Event, type="identity.user.email_verified", aggregate="user_id"):
    """The user proved that the e-mail address is theirs: from now on they have a wallet and may buy."""

    user_id: UUID
    role: Role


class UserHandlesChanged(Event, type="identity.user.handles_changed", aggregate="user_id"):
    """The keyed digests by which others find the user from now on: of the verified e-mail address and the username.

    Only services with the fleet's key can make them from what somebody types, and nobody can read them back. They are
    made of the text in lower case, for the purposes `email` and `username`.
    """

    user_id: UUID
    email_digest: Digest
    username_digest: Digest | None


class UserContactChanged(Event, type="identity.contact.changed", aggregate="user_id"):
    """How a user may be told things from now on: what they have not agreed to, or not verified, is null.

    The address and the number (E.164) are encrypted for services with the fleet's key, bound to the user's id (base64).
    Whoever keeps them deletes what is null here, and everything with `identity.user.deleted`.
    """

    user_id: UUID
    sealed_email: Sealed | None = None
    sealed_phone: Sealed | None = None


class UserCredentialsChanged(Event, type="identity.user.credentials_changed", aggregate="user_id"):
    """The user changed how they sign in. Consumers may delay what is dangerous for a while."""

    user_id: UUID
    what: Annotated[str, known("password", "email", "phone", "second_factor", "passkey")]
    changed_at: AwareDatetime


class KycSubmitted(Event, type="identity.kyc.submitted", aggregate="user_id"):
    """The user asks to be verified: the KYC status is pending."""

    user_id: UUID
    submission_id: UUID


class KycApproved(Event, type="identity.kyc.approved", aggregate="user_id"):
    """An administrator confirmed that the user is who they say they are: the KYC status is approved.

    `sealed_name` is the legal name, encrypted for services with the fleet's key and bound to the user's id (base64).
    """

    user_id: UUID
    submission_id: UUID
    sealed_name: Sealed | None = None


class KycRejected(Event, type="identity.kyc.rejected", aggregate="user_id"):
    """An administrator refused the submission; the user may submit again: the KYC status is rejected."""

    user_id: UUID
    submission_id: UUID


class UserRoleChanged(Event, type="identity.user.role_changed", aggregate="user_id"):
    """An administrator gave the user another role; sessions with the old one have ended."""

    user_id: UUID
    role: Role
    status: Status


class UserDeactivated(Event, type="identity.user.deactivated", aggregate="user_id"):
    """The user is locked out: all sessions have ended, and none opens until the account is active again."""

    user_id: UUID
    role: Role
    status: Status


class UserReactivated(Event, type="identity.user.reactivated", aggregate="user_id"):
    """The user may sign in again."""

    user_id: UUID
    role: Role
    status: Status


class UserDeletionRequested(Event, type="identity.user.deletion_requested", aggregate="user_id"):
    """The user, who was deactivated just before, wants to be deleted.

    Each service that may hold something of theirs answers with its own event that is a `DeletionChecked`.
    """

    user_id: UUID
    request_id: UUID


class UserDeleted(Event, type="identity.user.deleted", aggregate="user_id"):
    """The person is forgotten. References to the id stay, and it is never used for anybody else."""

    user_id: UUID
    role: Role
    status: Status


class UserStandingChanged(Event, type="identity.user.standing_changed", aggregate="user_id"):
    """Everything that decides what a user may do. Consumers keep the newest one.

    `credentials_changed_at` is when the user last changed how they sign in. The decisions that they make by their role
    count from `decides_from` on: for roles that decide on proposals of others, some time after the role was given.
    """

    user_id: UUID
    role: Role
    status: Status
    verified: bool
    kyc: Annotated[str, known("approved", "not_submitted", "pending", "rejected")]
    registered_at: AwareDatetime
    credentials_changed_at: AwareDatetime | None
    decides_from: AwareDatetime
