"""What is refused about calendars, by name."""

from amigok_chassis.errors import DomainError, NotFound


class VeterinarianNotFound(NotFound):
    """There is no such veterinarian, or what they decide does not count now."""

    code = "veterinarian_not_found"


class AbsenceNotFound(NotFound):
    """There is no such absence, or it is not yours."""

    code = "absence_not_found"


class TooManyAbsences(DomainError):
    """There are a hundred absences that have not ended yet."""

    status, code = 409, "too_many_absences"
