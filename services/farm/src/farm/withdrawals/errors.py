"""What withdrawals refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class WithdrawalNotFound(NotFound):
    """There is no such withdrawal, or it is not yours to see."""

    code = "withdrawal_not_found"


class NotOwner(DomainError):
    """This animal is not yours."""

    status, code = 403, "not_owner"


class WithdrawalUnderWay(DomainError):
    """The animal is being withdrawn already."""

    status, code = 409, "withdrawal_under_way"


class LivestockBlocked(DomainError):
    """Something keeps the animal where it is."""

    status, code = 409, "livestock_blocked"


class DayOutOfRange(DomainError):
    """The day is past, or too far away."""

    status, code = 422, "day_out_of_range"


class OwnerInactive(DomainError):
    """The account of who asked for this is deactivated or deleted."""

    status, code = 409, "owner_inactive"


class ApproverGone(DomainError):
    """Who approved this may not do so any more; somebody else has to approve it anew."""

    status, code = 409, "approver_gone"
