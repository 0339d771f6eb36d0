"""What is refused about medicines, by name."""

from amigok_chassis.errors import DomainError


class UnknownMedicine(DomainError):
    """The medicine that the request names is not in the catalogue."""

    status, code = 422, "unknown_medicine"


class NotForThisType(DomainError):
    """The catalogue has no withdrawal period of this medicine for this type of animal."""

    status, code = 422, "medicine_not_for_type"
