"""What is refused about entries from the field, by name."""

from amigok_chassis.errors import DomainError


class ClientIdReused(DomainError):
    """You have used this client_id for another entry."""

    status, code = 409, "client_id_reused"
