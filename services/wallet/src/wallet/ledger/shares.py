"""Shares of what is captured or charged, as the ledger books them."""

from collections.abc import Iterable
from uuid import UUID

from amigok_contracts import Money
from amigok_contracts.money_requests import Share
from wallet.accounts.models import AVAILABLE, revenue
from wallet.accounts.service import Wanted, fees_of, wallet_of
from wallet.ledger.posting import Leg


def legs_of(shares: Iterable[Share]) -> list[Leg]:
    """Where shares go: to payees, to what the platform earns by fees of a kind, or by sales."""
    return [Leg(share.payee_id, _kind(share), share.amount.minor) for share in shares]


def payees_of(shares: Iterable[Share]) -> dict[UUID, int]:
    """What each payee gets, in minor units; whoever gets nothing is left out."""
    found: dict[UUID, int] = {}
    for share in shares:
        if share.payee_id is not None and share.amount.minor:
            found[share.payee_id] = found.get(share.payee_id, 0) + share.amount.minor
    return found


def accounts_of(shares: Iterable[Share]) -> list[Wanted]:
    """The accounts that shares need: payees may be paid in a currency, and fees be of a kind, that is new."""
    wanted: list[Wanted] = []
    for share in shares:
        if share.payee_id is not None:
            wanted += wallet_of(share.payee_id, share.amount.currency)
        elif share.fee is not None and share.amount.minor:
            wanted += fees_of([share.fee], share.amount.currency)
    return wanted


def money_of(minor: int, shares: tuple[Share, ...]) -> Money:
    """So many minor units, in the currency of these shares."""
    return Money.of_minor(minor, shares[0].amount.currency)


def _kind(share: Share) -> str:
    if share.payee_id is not None:
        return AVAILABLE
    return "sales" if share.fee is None else revenue(share.fee)
