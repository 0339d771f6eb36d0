"""What is refused about deaths, by name."""

from uuid import UUID

from amigok_chassis.errors import DomainError, NotFound


class DeathNotFound(NotFound):
    """No death of this animal is on record."""

    code = "death_not_found"


class DiedInFuture(DomainError):
    """The time of death is in the future."""

    status, code = 422, "died_in_future"


class DiedBeforeLastMovement(DomainError):
    """The register has the animal alive at a later time."""

    status, code = 409, "died_before_last_movement"


class OtherDeath(DomainError):
    """Another report of this animal's death has replaced the one that you have read."""

    status, code = 409, "other_death"
    sends = {"death_id": UUID}


class OwnReport(DomainError):
    """You reported this death yourself: another veterinarian has to see the animal."""

    status, code = 403, "own_report"
