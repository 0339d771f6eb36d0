"""What is settled."""

from amigok_chassis.books import Statements
from amigok_contracts.marketplace import MarketplaceBooksStated

BOOKS = Statements(
    MarketplaceBooksStated,
    """
    SELECT id, 'capture' AS kind, coalesce(paid, price) AS amount, currency, state = 'completed' AS settled,
        placed_at AS created_at, ended_at FROM orders
    UNION ALL SELECT id, 'fee', coalesce(paid_fee, fee), currency, state = 'completed', placed_at, ended_at FROM orders
        WHERE coalesce(paid_fee, fee) > 0
    """,
)
