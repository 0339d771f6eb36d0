"""What the farm declares of its tables."""

from amigok_chassis.invariants import Agrees, Holds

DECLARED = (
    Agrees(
        "order.completed",
        "transferred the animal",
        "SELECT order_id AS id, t.livestock_id, h.owner_id AS buyer_id, h.currency, h.price_minor AS minor_units"
        " FROM ownership_transfers AS t LEFT JOIN ownership_history AS h USING (order_id)"
        " WHERE outcome = 'transferred'",
    ),
    Agrees("order.known", "decided on the order", "SELECT order_id AS id FROM ownership_transfers", partial=True),
    Agrees("animal.owner", "has the animal", "SELECT id, owner_id FROM livestock"),
    Holds(
        "owner_is_the_last_of_the_history",
        "SELECT l.id, h.owner_id AS expected, l.owner_id AS found FROM livestock AS l"
        " JOIN ownership_history AS h ON h.livestock_id = l.id AND h.ended_at IS NULL"
        " WHERE h.owner_id IS DISTINCT FROM l.owner_id",
    ),
)
