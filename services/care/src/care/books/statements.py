"""What is settled."""

from amigok_chassis.books import Statements
from amigok_contracts.care import CareBooksStated
from care.payments.machine import PAYMENTS

_ENDED = f"CASE WHEN {PAYMENTS.check('state', {*PAYMENTS.terminal, 'owed'})} THEN moved_at END"
_CHARGED = PAYMENTS.check("state", ("charged", "owed", "settled"))

BOOKS = Statements(
    CareBooksStated,
    f"""
    SELECT id, unnest(ARRAY['capture', 'fee']) AS kind, taken AS amount, currency, state = 'captured' AS settled,
        created_at, {_ENDED} AS ended_at FROM care_payments WHERE kind = 'hold'
    UNION ALL SELECT id, 'charge', taken, currency, {_CHARGED}, created_at, {_ENDED} FROM care_payments
        WHERE kind = 'charge'
    """,
)
"""What care's books state: payments that were captured, all of it the platform's fee, and those that were charged.

What a payer owes of a charge was charged all the same.
"""
