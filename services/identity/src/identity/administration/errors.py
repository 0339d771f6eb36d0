"""Failures of administration."""

from amigok_chassis.errors import DomainError


class EmailTaken(DomainError):
    """Somebody has an account with this address."""

    status, code = 409, "email_taken"


class UserUnverified(DomainError):
    """Nobody has verified this address yet, so it is open whose account it is; invite the person instead."""

    status, code = 409, "user_unverified"


class UserDeactivated(DomainError):
    """The account is deactivated."""

    status, code = 409, "user_deactivated"


class DeletionUnderWay(DomainError):
    """The user is being deleted; wait until that is decided."""

    status, code = 409, "deletion_under_way"
