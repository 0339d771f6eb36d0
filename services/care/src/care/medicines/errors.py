"""What is refused about medicines, by name."""

from amigok_chassis.errors import DomainError, NotFound


class MedicineNotFound(NotFound):
    """There is no such medicine in the catalogue."""

    code = "medicine_not_found"


class MedicineExists(DomainError):
    """There is a medicine with this name."""

    status, code = 409, "medicine_exists"
