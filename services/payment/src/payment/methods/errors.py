"""What saved ways to pay refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class SavedMethodUnknown(DomainError):
    """You have no such saved way to pay, or it does not fit the method."""

    status, code = 422, "saved_method_unknown"


class SavedMethodNotFound(NotFound):
    """You have no such saved way to pay."""

    code = "saved_method_not_found"
