"""What is refused about visits, by name."""

from amigok_chassis.errors import DomainError


class SlotTaken(DomainError):
    """The veterinarian is not free then: somebody was faster, or they do not work, or could not be there in time."""

    status, code = 409, "slot_taken"


class NobodyFree(DomainError):
    """No veterinarian who may do this is free then."""

    status, code = 409, "nobody_free"


class NotAVisit(DomainError):
    """No time is set for this request, so there is nothing to give up or to hand over."""

    status, code = 409, "no_visit"
