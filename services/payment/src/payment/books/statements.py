"""What payment has settled: payments, refunds, payouts and disputes."""

from amigok_chassis.books import Statements
from amigok_contracts.payment import PaymentBooksStated

BOOKS = Statements(
    PaymentBooksStated,
    """
    SELECT id, 'deposit' AS kind, amount, currency, state = 'completed' AS settled, created_at, ended_at
        FROM payments WHERE provider <> 'wallet'
    UNION ALL SELECT id, CASE origin WHEN 'provider' THEN 'refund_outside' ELSE 'refund' END, amount, currency,
        state IN ('completed', 'returned') OR origin = 'provider', created_at, ended_at FROM refunds
    UNION ALL SELECT id, 'refund_returned', amount, currency, true, created_at, ended_at
        FROM refunds WHERE state = 'returned' OR (state = 'failed' AND origin = 'provider')
    UNION ALL SELECT id, 'withdrawal', amount, currency, state IN ('completed', 'returned', 'paid_after_all'),
        created_at, ended_at FROM payouts
    UNION ALL SELECT id, 'withdrawal_returned', amount, currency, true, created_at, ended_at
        FROM payouts WHERE state = 'returned'
    UNION ALL SELECT id, 'dispute', charged_back, charged_back_currency, true, opened_at, opened_at FROM disputes
    """,
)
