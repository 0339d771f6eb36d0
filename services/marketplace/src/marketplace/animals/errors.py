"""Why an animal cannot be sold."""

from amigok_chassis.errors import DomainError


class NotForSale(DomainError):
    """This animal may not be sold now; `blocks` says why, and when each block ends if that is known."""

    status, code = 409, "not_for_sale"


class AnimalGone(DomainError):
    """This animal was removed or is dead."""

    status, code = 409, "animal_gone"
