"""Failures of what administrators do."""

from amigok_chassis.errors import DomainError, NotFound


class UserNotFound(NotFound):
    """There is no such user."""

    code = "user_not_found"


class UserDeleted(DomainError):
    """The account is deleted."""

    status, code = 409, "user_deleted"


class LastAdministrator(DomainError):
    """There would be no administrator left."""

    status, code = 409, "last_administrator"
