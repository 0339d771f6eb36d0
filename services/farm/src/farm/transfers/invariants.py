"""What holds at rest of orders for animals."""

from amigok_chassis.invariants import Agrees

INVARIANTS = (
    Agrees(
        "order.transferred",
        "transferred the animal",
        "SELECT order_id AS id, t.livestock_id, h.owner_id AS buyer_id, h.currency, h.price_minor AS price"
        " FROM ownership_transfers AS t LEFT JOIN ownership_history AS h USING (order_id)"
        " WHERE outcome = 'transferred' AND NOT EXISTS (SELECT FROM ownership_returns AS r"
        " WHERE r.order_id = t.order_id AND r.outcome = 'returned')",
    ),
    Agrees("order.known", "decided on the order", "SELECT order_id AS id FROM ownership_transfers", partial=True),
)
