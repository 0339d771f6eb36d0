"""What is refused about accounts and amounts."""

from amigok_chassis.errors import DomainError


class InsufficientFunds(DomainError):
    """There is not enough money available."""

    status, code = 409, "insufficient_funds"


class BalanceTooLarge(DomainError):
    """There would be more money in one account than it can hold."""

    status, code = 409, "balance_too_large"


class WalletMissing(DomainError):
    """The user has no wallet in this currency."""

    status, code = 404, "wallet_missing"


class AmountNotPositive(DomainError):
    """An amount to move is more than zero."""

    status, code = 422, "amount_not_positive"


class AmountOutOfBounds(DomainError):
    """The amount is too small or too large for this."""

    status, code = 422, "amount_out_of_bounds"
