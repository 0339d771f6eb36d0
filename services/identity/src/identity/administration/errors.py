"""Failures of administration."""

from amigok_chassis.errors import DomainError, NotFound


class UserNotFound(NotFound):
    """There is no such user."""

    code = "user_not_found"


class EmailTaken(DomainError):
    """Somebody has an account with this address."""

    status, code = 409, "email_taken"


class VersionConflict(DomainError):
    """Somebody changed the user since you looked; look again."""

    status, code = 409, "version_conflict"


class LastAdministrator(DomainError):
    """Nobody would be left who administers."""

    status, code = 409, "last_administrator"


class OwnAccount(DomainError):
    """Another administrator has to do this to your account."""

    status, code = 409, "own_account"


class UserUnverified(DomainError):
    """Nobody has proved this address yet, so whose account it becomes is open; invite the person instead."""

    status, code = 409, "user_unverified"


class UserDeactivated(DomainError):
    """The account is deactivated."""

    status, code = 409, "user_deactivated"


class UserDeleted(DomainError):
    """The account is deleted."""

    status, code = 409, "user_deleted"


class DeletionUnderWay(DomainError):
    """Whether the user may be deleted is being found out; wait until that is decided."""

    status, code = 409, "deletion_under_way"


class NeverDeleted(NotFound):
    """Nobody has asked that this user be deleted."""

    code = "deletion_not_found"


class InvalidInvitation(DomainError):
    """This link is wrong, used or too old."""

    status, code = 422, "invalid_invitation"


class UsernameKept(DomainError):
    """The account has its username already."""

    status, code = 409, "username_kept"
