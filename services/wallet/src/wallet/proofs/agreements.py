"""Facts that the ledger shares with other services: what they settle, what they had captured, and what was paid
for them."""

from collections.abc import Iterator

from amigok_chassis.books import settled
from amigok_chassis.invariants import Agrees
from amigok_contracts import Event, all_events, producer
from amigok_contracts.books import Books
from amigok_contracts.money_requests import CaptureRequest, MoneyRequest, RewardRequest
from wallet.books.queries import posted_as

_CAPTURED = """
SELECT id, currency, minor_units, coalesce(fee, 0) AS fee FROM (
    SELECT t.reference_id AS id, t.currency,
        (sum(e.amount) FILTER (WHERE e.amount > 0 AND (a.owner_id = t.initiated_by) IS NOT TRUE))::bigint
            AS minor_units,
        (sum(e.amount) FILTER (WHERE a.kind LIKE 'revenue%'))::bigint AS fee
    FROM transfers AS t JOIN entries AS e ON e.transfer_id = t.id JOIN accounts AS a ON a.id = e.account_id
    WHERE t.kind = 'capture' AND t.purpose = '{purpose}' GROUP BY t.id
) AS captures
"""
_HELD = "SELECT reference_id AS id, state = 'placed' AS held FROM holds WHERE purpose = '{purpose}'"


_REWARDED = """
SELECT t.reference_id AS id, a.owner_id AS payee_id, t.currency, e.amount AS minor_units
FROM transfers AS t JOIN entries AS e ON e.transfer_id = t.id JOIN accounts AS a ON a.id = e.account_id
WHERE t.kind = 'reward' AND t.purpose = '{purpose}' AND e.amount > 0 AND a.owner_id IS NOT NULL
"""


def _books() -> Iterator[Agrees]:
    """What was posted of that which the producers of books settle."""
    for event in all_events():
        if issubclass(event, Books):
            yield settled(event, "posted it", posted_as(event.kinds, producer(event)))


def _captures() -> Iterator[Agrees]:
    """What was held and captured, as facts about what it is for: with the purpose `feed.period`, about a `period`."""
    for noun, purpose in _asked(CaptureRequest):
        yield Agrees(f"{noun}.completed", "captured the price", _CAPTURED.format(purpose=purpose))
        yield Agrees(f"{noun}.known", "has a hold for it", _HELD.format(purpose=purpose), partial=True)


def _rewards() -> Iterator[Agrees]:
    """What was paid to users, as facts about what it is for."""
    for noun, purpose in _asked(RewardRequest):
        yield Agrees(f"{noun}.rewarded", "paid the reward", _REWARDED.format(purpose=purpose))


def _asked(kind: type[MoneyRequest]) -> Iterator[tuple[str, str]]:
    """The purposes of such requests, each after what it is about."""
    for purpose in sorted({_purpose(event) for event in all_events() if issubclass(event, kind)} - {""}):
        yield purpose.split(".")[1], purpose


def _purpose(event: type[Event]) -> str:
    """The purpose of a request, if its class gives one."""
    default = event.model_fields["purpose"].default
    return default if isinstance(default, str) else ""


AGREEMENTS = [*_books(), *_captures(), *_rewards()]
