"""What withdrawals refuse."""

from amigok_chassis.errors import DomainError, RetryAfter


class KycRequired(DomainError):
    """Only who has proved who they are can withdraw; see /api/v1/auth/kyc."""

    status, code = 403, "kyc_required"


class CoolDown(DomainError):
    """How you sign in was changed a short while ago; to keep your money safe, withdrawals have to wait."""

    status, code = 403, "cool_down"
    sends = {"retry_after": RetryAfter}


class WithdrawalNotFound(DomainError):
    """There is no such withdrawal, or it is not yours."""

    status, code = 404, "withdrawal_not_found"


class WithdrawalClosed(DomainError):
    """The withdrawal has gone on: this cannot be done with it any more."""

    status, code = 409, "withdrawal_closed"


class OwnWithdrawal(DomainError):
    """Nobody decides on their own withdrawal."""

    status, code = 403, "own_withdrawal"


class SecondAdministratorRequired(DomainError):
    """You have approved this already; an amount like this needs another administrator as well."""

    status, code = 409, "second_administrator_required"


class WithdrawalChanged(DomainError):
    """The withdrawal is not in the state that you saw: read it again."""

    status, code = 409, "withdrawal_changed"
