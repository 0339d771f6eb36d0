"""What is settled."""

from amigok_chassis.books import Statements
from amigok_contracts.feed import FeedBooksStated
from feed.periods.machine import PERIODS

_ENDED = f"CASE WHEN {PERIODS.check('state', PERIODS.terminal)} THEN coalesce(settled_at, refused_at, closed_at) END"

BOOKS = Statements(
    FeedBooksStated,
    f"""
    SELECT id, CASE kind WHEN 'package' THEN 'capture' ELSE 'charge' END AS kind, charged_minor AS amount, currency,
        state = 'settled' AND charged_minor > 0 AS settled, asked_at AS created_at, {_ENDED} AS ended_at
    FROM periods
    UNION ALL SELECT id, CASE WHEN amount_minor > 0 THEN 'charge' ELSE 'reward' END, abs(amount_minor), currency,
        settled_at IS NOT NULL AND amount_minor <> 0, made_at, settled_at
    FROM corrections
    """,
)
"""What feed's books state: what was fed of periods, and what was corrected after they were settled.

What a payer owes of a charge was charged all the same.
"""
