"""What was posted, in the words of books: a capture is stated with the platform's part of it, the `fee`."""

from collections.abc import Collection

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from wallet.books.comparison import Key

_OF = "(t.purpose IS NULL OR starts_with(t.purpose, {source} || '.'))"
_WHICH = {
    "window": f"t.reference_id > :after_id AND t.reference_id <= :up_to_id AND {_OF.format(source=':source')}",
    "references": "t.reference_id = ANY(:references)",
}
_POSTED = """
WITH moved AS (
    SELECT t.reference_id, t.kind, t.currency,
        (sum(e.amount) FILTER (
            WHERE e.amount > 0 AND (t.kind NOT IN ('capture', 'refund') OR (a.owner_id = t.initiated_by) IS NOT TRUE)
        ))::bigint AS amount,
        (sum(e.amount) FILTER (WHERE a.kind LIKE 'revenue%'))::bigint AS fee
    FROM transfers t JOIN entries e ON e.transfer_id = t.id JOIN accounts a ON a.id = e.account_id
    WHERE {which} AND (t.kind = ANY({kinds}) OR (t.kind = 'capture' AND 'fee' = ANY({kinds})))
    GROUP BY t.reference_id, t.kind, t.currency
), posted AS (
    SELECT reference_id, kind, currency, amount FROM moved
    UNION ALL SELECT reference_id, 'fee', currency, fee FROM moved WHERE kind = 'capture' AND fee <> 0
)
SELECT * FROM posted WHERE kind = ANY({kinds})
"""
"""What was held beyond a capture or refund is the payer's again, and no part of it."""


async def posted(db: UnitOfWork, kinds: Collection[str], which: str, **bounds: object) -> dict[Key, int]:
    """What was posted of these kinds: in a `window` (`source`, `after_id`, `up_to_id`), or for certain `references`."""
    rows = await db.execute(text(_POSTED.format(which=_WHICH[which], kinds=":kinds")), {"kinds": list(kinds), **bounds})
    return {Key(row.reference_id, row.kind, row.currency): row.amount for row in rows}


def posted_as(kinds: Collection[str], source: str) -> str:
    """The statement that selects what was posted of these kinds for a service, as `books.settled` wants it."""
    listed = f"ARRAY[{', '.join(repr(kind) for kind in sorted(kinds))}]"
    posted = _POSTED.format(which=_OF.format(source=repr(source)), kinds=listed)
    return f"SELECT reference_id AS id, kind, currency, amount AS minor_units FROM ({posted}) AS posted"
