"""What is refused about health records, by name."""

from amigok_chassis.errors import DomainError


class VeterinarianRequired(DomainError):
    """This is for a veterinarian to decide."""

    status, code = 403, "veterinarian_required"


class InFuture(DomainError):
    """This has not happened yet."""

    status, code = 422, "in_future"


class UnknownRecord(DomainError):
    """The record that this corrects is not one of this animal."""

    status, code = 422, "unknown_health_record"


class AlreadySuperseded(DomainError):
    """That record has been corrected already: correct the correction."""

    status, code = 409, "already_superseded"


class InQuarantine(DomainError):
    """The animal is in quarantine already."""

    status, code = 409, "in_quarantine"


class NotInQuarantine(DomainError):
    """The animal is not in a quarantine of its own."""

    status, code = 409, "not_in_quarantine"


class EndStays(DomainError):
    """The end of a quarantine cannot be taken back: start another."""

    status, code = 409, "quarantine_ended"
