"""Why something about a complaint is refused."""

from amigok_chassis.errors import DomainError, NotFound


class ComplaintNotFound(NotFound):
    """There is no such complaint, or you may not see it."""

    code = "complaint_not_found"


class ComplainedBefore(DomainError):
    """You have complained about this order before."""

    status, code = 409, "complained_before"


class AnsweredBefore(DomainError):
    """You have answered this complaint before."""

    status, code = 409, "answered_before"


class NotTheSeller(DomainError):
    """Only the seller answers a complaint."""

    status, code = 409, "not_the_seller"


class StillDisputed(DomainError):
    """The payment for this order is disputed: administrators have to decide."""

    status, code = 409, "payment_disputed"


class PartOutOfRange(DomainError):
    """A part is more than nothing and less than the price, in its currency."""

    status, code = 422, "part_out_of_range"


class TooManyFiles(DomainError):
    """A complaint has as many photos as it may have."""

    status, code = 409, "too_many_files"


class FileNotFound(NotFound):
    """This complaint has no such photo."""

    code = "file_not_found"
