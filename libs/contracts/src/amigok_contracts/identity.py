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


class KycSubmitted(Event, type="identity.kyc.submitted", aggregate="user_id"):
    """The user asks to be verified: the KYC status is pending as of this version of it."""

    user_id: UUID
    submission_id: UUID
    aggregate_version: int


class KycApproved(Event, type="identity.kyc.approved", aggregate="user_id"):
    """An administrator found that the user is who they say: the KYC status is approved as of this version of it."""

    user_id: UUID
    submission_id: UUID
    aggregate_version: int


class KycRejected(Event, type="identity.kyc.rejected", aggregate="user_id"):
    """An administrator refused the submission; the user may submit again: the KYC status is rejected."""

    user_id: UUID
    submission_id: UUID
    aggregate_version: int
