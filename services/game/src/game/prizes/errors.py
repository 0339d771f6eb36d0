"""What is refused about prizes, by name."""

from amigok_chassis.errors import DomainError, NotFound


class NotFinal(DomainError):
    """The result is not final yet: the time for appeals lasts, or something is not decided."""

    status, code = 409, "not_final"


class NothingToAgree(DomainError):
    """No prizes of this contest wait for two administrators to agree."""

    status, code = 409, "nothing_to_agree"


class PrizeNotFound(NotFound):
    """There is no such prize of yours, or it has no code."""

    code = "prize_not_found"
