"""What identity says: who exists and may act. No personal data: whoever needs a name asks identity."""

from uuid import UUID

from amigok_contracts.base import Event


class UserRegistered(Event, type="identity.user.registered", aggregate="user_id"):
    """Somebody has an account, not yet verified."""

    user_id: UUID
    role: str


class UserEmailVerified(Event, type="identity.user.email_verified", aggregate="user_id"):
    """The user proved the e-mail address: from now on a wallet and purchases are theirs."""

    user_id: UUID
    role: str


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


class UserDeleted(Event, type="identity.user.deleted", aggregate="user_id"):
    """The person is forgotten; the id stays where it is referred to, and is never anybody else's."""

    user_id: UUID
    aggregate_version: int
    role: str
    status: str
