"""What cannot be printed, by name."""

from amigok_chassis.errors import DomainError


class TooManyLabels(DomainError):
    """The farm has more animals than one print takes; name them in parts."""

    status, code = 422, "too_many_labels"


class NothingToPrint(DomainError):
    """The farm has no animals now."""

    status, code = 422, "nothing_to_print"
