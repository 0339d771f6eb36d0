"""What is refused about blocks, by name."""

from amigok_chassis.errors import DomainError, NotFound


class BlockNotFound(NotFound):
    """There is no such block of this animal."""

    code = "block_not_found"


class BlockEnded(DomainError):
    """This block has ended already."""

    status, code = 409, "block_ended"


class NotByHand(DomainError):
    """This block ends with what caused it, not by hand."""

    status, code = 409, "block_not_by_hand"


class UntilPassed(DomainError):
    """The time when the block is to end has passed."""

    status, code = 422, "until_passed"
