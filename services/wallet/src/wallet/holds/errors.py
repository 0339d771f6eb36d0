"""What holds refuse."""

from amigok_chassis.errors import DomainError


class HoldEnded(DomainError):
    """The hold was captured or released before."""

    status, code = 409, "hold_ended"
