"""What is refused about health records, by name."""

from amigok_chassis.errors import DomainError


class VeterinarianRequired(DomainError):
    """Only a veterinarian may do this."""

    status, code = 403, "veterinarian_required"


class InFuture(DomainError):
    """The time of this record is in the future."""

    status, code = 422, "in_future"


class UnknownRecord(DomainError):
    """The animal has no such record to correct."""

    status, code = 422, "unknown_health_record"


class AlreadySuperseded(DomainError):
    """This record was corrected already: correct the correction."""

    status, code = 409, "already_superseded"


class InQuarantine(DomainError):
    """The animal is in quarantine already."""

    status, code = 409, "in_quarantine"


class NotInQuarantine(DomainError):
    """The animal itself is not in quarantine."""

    status, code = 409, "not_in_quarantine"


class EndStays(DomainError):
    """The end of a quarantine cannot be taken back: start a new one."""

    status, code = 409, "quarantine_ended"
