"""Why an animal cannot be sold."""

from typing import Literal

from amigok_chassis.errors import DomainError
from amigok_contracts.farm import Block


class NotForSale(DomainError):
    """This animal may not be sold now; `blocks` says why, and when each block ends if that is known."""

    status, code = 409, "not_for_sale"
    sends = {"blocks": list[Block]}


class AnimalGone(DomainError):
    """This animal was removed or is dead."""

    status, code = 409, "animal_gone"
    sends = {"reason": Literal["removed", "deceased"]}
