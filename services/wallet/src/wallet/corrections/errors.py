"""What corrections refuse."""

from amigok_chassis.errors import NotFound


class TransferNotFound(NotFound):
    """There is no such transfer in this user's wallet."""

    code = "transfer_not_found"
