"""What deaths and claims refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class DeathNotFound(NotFound):
    """No death of this animal is on record."""

    code = "death_not_found"


class ClaimNotFound(NotFound):
    """There is no such claim, or it is not yours to see."""

    code = "claim_not_found"


class DiedInFuture(DomainError):
    """The moment has not come yet."""

    status, code = 422, "died_in_future"


class DiedBeforeLastMovement(DomainError):
    """The register has the animal alive at a later moment."""

    status, code = 409, "died_before_last_movement"


class NotOwnerAtDeath(DomainError):
    """The animal was not yours when it died."""

    status, code = 403, "not_owner"


class ClaimTooHigh(DomainError):
    """More than the animal was worth, or in another currency."""

    status, code = 422, "claim_too_high"


class PayoutTooHigh(DomainError):
    """More than was asked for, or in another currency."""

    status, code = 422, "payout_too_high"


class ClaimStanding(DomainError):
    """There is a claim for this death already."""

    status, code = 409, "claim_standing"


class DeathNotConfirmed(DomainError):
    """No veterinarian has confirmed the death yet."""

    status, code = 409, "death_not_confirmed"


class ClaimPaid(DomainError):
    """A claim for this death was approved: it cannot be reverted any more."""

    status, code = 409, "claim_paid"


class OtherDeath(DomainError):
    """Another death of this animal is on record by now."""

    status, code = 409, "other_death"


class BirthUnconfirmed(DomainError):
    """Nobody but who recorded its birth has seen this animal."""

    status, code = 409, "birth_unconfirmed"


class PaymentDisputed(DomainError):
    """Somebody disputes a payment for this animal: who is paid for it is not settled."""

    status, code = 409, "dispute_open"


class OwnClaim(DomainError):
    """Nobody decides on a claim of their own."""

    status, code = 403, "own_claim"


class OwnReport(DomainError):
    """You reported this death yourself: another veterinarian has to see the animal."""

    status, code = 403, "own_report"
