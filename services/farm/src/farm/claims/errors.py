"""What is refused about insurance claims, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ClaimNotFound(NotFound):
    """There is no such claim, or you may not see it."""

    code = "claim_not_found"


class NotOwnerAtDeath(DomainError):
    """You did not own the animal when it died."""

    status, code = 403, "not_owner"


class ClaimTooHigh(DomainError):
    """The claim is higher than the animal's value, or in another currency."""

    status, code = 422, "claim_too_high"


class PayoutTooHigh(DomainError):
    """The payout is higher than the claim, or in another currency."""

    status, code = 422, "payout_too_high"


class ClaimStanding(DomainError):
    """There is a claim for this death already."""

    status, code = 409, "claim_standing"


class DeathNotConfirmed(DomainError):
    """No veterinarian has confirmed the death yet."""

    status, code = 409, "death_not_confirmed"


class ClaimPaid(DomainError):
    """A claim for this death was approved, so the report can no longer be reverted."""

    status, code = 409, "claim_paid"


class BirthUnconfirmed(DomainError):
    """Nobody except the person who recorded its birth has seen this animal."""

    status, code = 409, "birth_unconfirmed"


class PaymentDisputed(DomainError):
    """A payment for this animal is disputed, so it is open who is paid for it."""

    status, code = 409, "dispute_open"


class OwnClaim(DomainError):
    """This is your own claim: somebody else has to decide on it."""

    status, code = 403, "own_claim"
