"""Failures of invitations."""

from amigok_chassis.errors import DomainError


class InvalidInvitation(DomainError):
    """This link is wrong, was used, or has expired."""

    status, code = 422, "invalid_invitation"


class UsernameKept(DomainError):
    """The account already has its username."""

    status, code = 409, "username_kept"
