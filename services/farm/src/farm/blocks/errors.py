"""What is refused about blocks, by name."""

from amigok_chassis.errors import DomainError, NotFound


class BlockNotFound(NotFound):
    """The animal has no such block."""

    code = "block_not_found"


class BlockEnded(DomainError):
    """This block has ended already."""

    status, code = 409, "block_ended"


class NotByHand(DomainError):
    """This block ends with what caused it; it cannot be cleared by hand."""

    status, code = 409, "block_not_by_hand"


class UntilPassed(DomainError):
    """The time at which the block is to end has passed."""

    status, code = 422, "until_passed"
