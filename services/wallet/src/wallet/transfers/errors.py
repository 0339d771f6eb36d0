"""What transfers refuse."""

from amigok_chassis.errors import DomainError


class SameWallet(DomainError):
    """Money cannot be sent to the wallet that it comes from."""

    status, code = 422, "same_wallet"
