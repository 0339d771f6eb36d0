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
