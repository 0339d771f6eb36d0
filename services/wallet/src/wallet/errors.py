"""What the wallet refuses."""

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


class SameWallet(DomainError):
    """Money cannot be sent to the wallet that it comes from."""

    status, code = 422, "same_wallet"


class HoldEnded(DomainError):
    """The hold was captured or released before."""

    status, code = 409, "hold_ended"


class InTheFuture(DomainError):
    """What will have been posted by then, nobody knows yet."""

    status, code = 422, "in_the_future"


class PeriodTooLong(DomainError):
    """There are too many movements in this period for one statement."""

    status, code = 422, "period_too_long"
