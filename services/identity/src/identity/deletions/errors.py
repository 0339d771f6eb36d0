"""Failures of deletions."""

from amigok_chassis.errors import DomainError, NotFound


class OwnAccount(DomainError):
    """Another administrator has to delete your account."""

    status, code = 409, "own_account"


class NeverDeleted(NotFound):
    """Nobody has asked for this user to be deleted."""

    code = "deletion_not_found"
