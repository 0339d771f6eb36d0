"""What is refused about medicines, by name."""

from amigok_chassis.errors import DomainError, NotFound


class MedicineNotFound(NotFound):
    """There is no such medicine in the catalogue."""

    code = "medicine_not_found"


class MedicineExists(DomainError):
    """There is a medicine with this name."""

    status, code = 409, "medicine_exists"


class UnknownMedicine(DomainError):
    """The medicine that the request names is not in the catalogue."""

    status, code = 422, "unknown_medicine"


class NotForThisType(DomainError):
    """The catalogue has no withdrawal period of this medicine for this type of animal."""

    status, code = 422, "medicine_not_for_type"
