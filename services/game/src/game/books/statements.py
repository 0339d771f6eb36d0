"""What is settled."""

from datetime import timedelta

from amigok_chassis.books import Statements
from amigok_contracts.game_contests import GameBooksStated
from game.entries.machine import FEES

_TAKEN = FEES.check("fee_state", ("captured", "refunding", "refunded"))
_ENDED = f"CASE WHEN {FEES.check('fee_state', ('captured', 'refunding', *FEES.terminal))} THEN fee_moved_at END"
_REPAID = "CASE WHEN fee_state = 'refunded' THEN fee_moved_at END"

BOOKS = Statements(
    GameBooksStated,
    f"""
    SELECT id, unnest(ARRAY['capture', 'fee']) AS kind, fee AS amount, fee_currency AS currency, {_TAKEN} AS settled,
        registered_at AS created_at, {_ENDED} AS ended_at FROM entries WHERE fee > 0
    UNION ALL SELECT id, 'reward', fee, fee_currency, fee_state = 'refunded', registered_at, {_REPAID} FROM entries
        WHERE fee_state IN ('refunding', 'refunded')
    UNION ALL SELECT id, 'reward', amount, currency, state = 'paid', planned_at,
        CASE WHEN state IN ('paid', 'forfeited') THEN moved_at END FROM awards WHERE kind = 'cash'
    """,
    watched=timedelta(days=400),
)
"""Fees that were captured, all of them the platform's, those that were paid back, and prizes.

A prize has an id of the time when its contest ended; months later it may still be appealed against."""
