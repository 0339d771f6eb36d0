"""What the policy for exits refuses. The codes are those of its decisions."""

from collections.abc import Mapping
from typing import Any

from amigok_chassis.errors import DomainError, RetryAfter, SecondFactorRequired, StepUpRequired
from amigok_chassis.standing import AccountInactive
from amigok_contracts import Money
from wallet.exits.rules import Decision


class ExitsStopped(DomainError):
    """You have stopped everything that leaves your wallet; see /api/v1/wallet/exits."""

    status, code = 403, "exits_stopped"


class DisputeOpen(DomainError):
    """A payment of yours is disputed: nothing leaves your wallet until that is settled."""

    status, code = 409, "dispute_open"


class DailyLimitExceeded(DomainError):
    """This would be more than may leave your wallet within a day."""

    status, code = 409, "daily_limit_exceeded"
    sends = {"left": Money}


class ExitDelayed(DomainError):
    """This is much for a new account or device, or so soon after a change of how you sign in; it has to wait."""

    status, code = 403, "exit_delayed"
    sends = {"retry_after": RetryAfter}


REFUSALS: Mapping[str, type[DomainError]] = {
    refusal.code: refusal
    for refusal in (
        AccountInactive,
        ExitsStopped,
        DisputeOpen,
        DailyLimitExceeded,
        ExitDelayed,
        StepUpRequired,
        SecondFactorRequired,
    )
}


def refusal(decision: Decision, currency: str) -> DomainError:
    """The failure behind a decision that refuses, with what the client can make use of."""
    members: dict[str, Any] = {}
    if decision.left is not None:
        members["left"] = Money.of_minor(decision.left, currency).model_dump(mode="json")
    if decision.retry_after is not None:
        members["retry_after"] = decision.retry_after
    assert decision.refusal is not None
    return REFUSALS[decision.refusal](**members)
