"""What is refused about births and parents, by name."""

from typing import Literal

from amigok_chassis.errors import DomainError

Role = Literal["sire_id", "dam_id"]


class BornInFuture(DomainError):
    """The date of birth is in the future."""

    status, code = 422, "born_in_future"


class BornTooEarly(DomainError):
    """No animal lives long enough to have been born on this date."""

    status, code = 422, "born_too_early"


class UnknownParent(DomainError):
    """The parent that the request names does not exist."""

    status, code = 422, "unknown_parent"
    sends = {"parent": Role}


class UnfitParent(DomainError):
    """This animal cannot be a parent of that one."""

    status, code = 422, "unfit_parent"
    sends = {"parent": Role, "reason": Literal["other_type", "wrong_sex", "not_older", "descendant"]}


class OlderThanParent(DomainError):
    """One of the animal's offspring would be as old as it, or older."""

    status, code = 409, "offspring_not_younger"
