"""What is refused about labels, by name."""

from amigok_chassis.errors import DomainError


class TooManyLabels(DomainError):
    """The farm has more animals than one print takes: print them in parts, by their ids."""

    status, code = 422, "too_many_labels"


class NothingToPrint(DomainError):
    """The farm has no animals."""

    status, code = 422, "nothing_to_print"
