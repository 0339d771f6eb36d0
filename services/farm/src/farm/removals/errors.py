"""What is refused about removals, by name."""

from amigok_chassis.errors import DomainError, NotFound


class RemovalNotFound(NotFound):
    """There is no such removal, or you may not see it."""

    code = "removal_not_found"


class NotOwner(DomainError):
    """You do not own this animal."""

    status, code = 403, "not_owner"


class RemovalUnderWay(DomainError):
    """A removal of this animal is open already."""

    status, code = 409, "removal_under_way"


class LivestockBlocked(DomainError):
    """Something keeps the animal on the platform; `reasons` has the codes."""

    status, code = 409, "livestock_blocked"
    sends = {"reasons": list[str]}


class DayOutOfRange(DomainError):
    """The day is past, or too far away."""

    status, code = 422, "day_out_of_range"


class OwnerInactive(DomainError):
    """The account of the animal's owner is deactivated or deleted."""

    status, code = 409, "owner_inactive"


class ApproverGone(DomainError):
    """Whoever approved this may no longer do so; somebody else has to approve it again."""

    status, code = 409, "approver_gone"
