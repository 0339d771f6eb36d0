"""What is refused about labels, by name."""

from uuid import UUID

from amigok_chassis.errors import DomainError
from farm.livestock.errors import LivestockNotFound


class SomeNotFound(LivestockNotFound):
    """Some of these animals do not exist; `missing` names them."""

    sends = {"missing": list[UUID]}


class TooManyLabels(DomainError):
    """The farm has more animals than one print takes: print them in parts, by their ids."""

    status, code = 422, "too_many_labels"


class NothingToPrint(DomainError):
    """The farm has no animals."""

    status, code = 422, "nothing_to_print"
