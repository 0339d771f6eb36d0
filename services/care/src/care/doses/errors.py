"""What is refused about doses, by name."""

from amigok_chassis.errors import DomainError, NotFound


class DoseNotFound(NotFound):
    """There is no such dose."""

    code = "dose_not_found"


class ClientIdReused(DomainError):
    """You have used this client_id for another entry."""

    status, code = 409, "client_id_reused"


class NotThen(DomainError):
    """The time lies in the future, or before the medicine was prescribed."""

    status, code = 422, "not_then"
