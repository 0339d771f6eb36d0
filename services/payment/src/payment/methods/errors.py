"""What is refused of saved ways to pay."""

from amigok_chassis.errors import DomainError, NotFound


class SavedMethodUnknown(DomainError):
    """There is no such saved way to pay of yours, or it does not go with the method."""

    status, code = 422, "saved_method_unknown"


class SavedMethodNotFound(NotFound):
    """There is no such saved way to pay, or it is not yours."""

    code = "saved_method_not_found"
