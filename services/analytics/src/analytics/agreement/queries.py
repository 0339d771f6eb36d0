"""What facts know of the references of a window of books."""

from collections.abc import Collection
from datetime import UTC, datetime
from uuid import UUID

from analytics.agreement.comparison import ANSWERS, Key, added
from analytics.agreement.models import BookStatement
from analytics.engine import Engine

_TRANSFERS = """
SELECT reference_id, answer, currency, sum(amount_minor) AS minor FROM transfers FINAL
WHERE answer IN {answers:Array(String)} AND (reference_id IN {references:Array(UUID)} OR (
    arrayExists(prefix -> startsWith(purpose, prefix), {prefixes:Array(String)}) AND at >= {since:DateTime64(6, 'UTC')}
    AND toString(reference_id) > {after:String} AND toString(reference_id) <= {up_to:String}
))
GROUP BY reference_id, answer, currency
"""
"""ClickHouse orders ids by their second half; as text they are in the order of time."""

_REQUESTS = "SELECT request_id, reference_id FROM payments FINAL WHERE reference_id IN {references:Array(UUID)}"

_BESIDE = """
SELECT p.request_id AS request_id, t.currency AS currency, sum(t.minor) AS minor FROM (
    SELECT DISTINCT request_id, reference_id FROM payments FINAL
    WHERE request_id IN {requests:Array(UUID)} AND reference_id NOT IN {references:Array(UUID)}
) AS p
LEFT JOIN (
    SELECT reference_id, toString(currency) AS currency, amount_minor AS minor FROM transfers FINAL
    WHERE answer IN {answers:Array(String)}
        AND reference_id IN (SELECT reference_id FROM payments FINAL WHERE request_id IN {requests:Array(UUID)})
) AS t ON t.reference_id = p.reference_id
GROUP BY request_id, currency
"""

_LINES = """
SELECT reference_id, currency, sum(amount_minor) AS minor FROM lines FINAL
WHERE reference_id IN {references:Array(UUID)} AND owner <> {nil:UUID} AND kind IN {kinds:Array(String)}
GROUP BY reference_id, currency
"""

_OF_OTHERS = {"payment": ("wallet.deposit", "wallet.withdrawal")}
"""Purposes that do not bear the name of the service in whose books they are."""

_PAID = (
    "purchase",
    "feed",
    "welfare_feed",
    "feed_correction",
    "care",
    "removal_fee",
    "insurance",
    "charge",
    "reward",
    "prize",
)
"""The kinds of lines that are paid, or got, under the reference of an item."""


async def transfers(facts: Engine, statement: BookStatement, references: Collection[UUID]) -> dict[Key, int]:
    """What the ledger booked for these references, and for others within the window."""
    params = {
        "answers": list(ANSWERS),
        "references": list(references),
        "prefixes": [f"{statement.source}.", *_OF_OTHERS.get(statement.source, ())],
        "since": _made_at(statement.after_id),
        "after": str(statement.after_id),
        "up_to": str(statement.up_to_id),
    }
    rows = await facts.query(_TRANSFERS, params)
    return added((Key(row["reference_id"], ANSWERS[row["answer"]], row["currency"]), row["minor"]) for row in rows)


async def requests(facts: Engine, references: Collection[UUID]) -> dict[UUID, UUID]:
    """The requests that payments with these references belong to."""
    rows = await facts.query(_REQUESTS, {"references": list(references)})
    return {row["reference_id"]: row["request_id"] for row in rows}


async def paid_beside(
    facts: Engine, requests: Collection[UUID], references: Collection[UUID]
) -> dict[tuple[UUID, str], int]:
    """What the ledger booked for requests by other payments than these; under no currency where it has not yet."""
    params = {"requests": list(requests), "references": list(references), "answers": list(ANSWERS)}
    rows = await facts.query(_BESIDE, params) if requests else []
    return {(row["request_id"], row["currency"]): row["minor"] for row in rows}


async def lines(facts: Engine, references: Collection[UUID]) -> dict[tuple[UUID, str], int]:
    """What owners gained under these references, by currency."""
    params = {"references": list(references), "nil": UUID(int=0), "kinds": list(_PAID)}
    rows = await facts.query(_LINES, params)
    return {(row["reference_id"], row["currency"]): row["minor"] for row in rows}


def _made_at(id: UUID) -> datetime:
    """When an id was made; nothing was booked for it before."""
    return datetime.fromtimestamp((id.int >> 80) / 1000, UTC)
