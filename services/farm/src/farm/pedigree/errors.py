"""What parents are refused for, by name."""

from amigok_chassis.errors import DomainError


class UnknownParent(DomainError):
    """There is no animal that this parent names."""

    status, code = 422, "unknown_parent"


class UnfitParent(DomainError):
    """This animal cannot be a parent of that one."""

    status, code = 422, "unfit_parent"


class OlderThanParent(DomainError):
    """An offspring of this animal would be as old as it, or older."""

    status, code = 409, "offspring_not_younger"
