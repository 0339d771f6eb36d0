"""What the wallet declares of its tables."""

from collections.abc import Sequence

from amigok_chassis.books import settled
from amigok_chassis.invariants import Agrees, Holds, Invariant
from amigok_contracts import Event, all_events
from amigok_contracts.books import Books
from wallet.books.queries import posted_as
from wallet.queries import DIFFERENCES


def _posted(event: type[Event]) -> Agrees:
    """What was posted of that which the producer of these books settles."""
    assert issubclass(event, Books)
    return settled(event, "posted it", posted_as(event.kinds))


LEDGER = [Holds(name, sql) for name, sql in DIFFERENCES.items()]
"""What the hourly proof looks at, too."""

DECLARED: Sequence[Invariant] = (
    *LEDGER,
    *(_posted(event) for event in all_events() if issubclass(event, Books)),
    Agrees(
        "order.completed",
        "captured the price",
        "SELECT id, currency, minor_units, coalesce(fee, 0) AS fee FROM ("
        "SELECT t.id AS transfer_id, t.reference_id AS id, t.currency,"
        " (sum(e.amount) FILTER (WHERE e.amount > 0))::bigint AS minor_units,"
        " (sum(e.amount) FILTER (WHERE a.kind = 'revenue'))::bigint AS fee"
        " FROM transfers AS t JOIN entries AS e ON e.transfer_id = t.id JOIN accounts AS a ON a.id = e.account_id"
        " WHERE t.kind = 'capture' GROUP BY t.id) AS captures",
    ),
    Agrees(
        "order.known",
        "has a hold for it",
        "SELECT reference_id AS id, state = 'placed' AS held FROM holds WHERE purpose = 'order'",
        partial=True,
    ),
)
