"""What holds at rest of orders and their listings."""

from collections.abc import Sequence

from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay
from marketplace.orders.machine import HELD, MOVING, ORDERS

_LIVE = ORDERS.check("state", ORDERS.open)
_MOVING = ORDERS.check("state", MOVING)
_HELD = ORDERS.check("state", HELD)

INVARIANTS: Sequence[Invariant] = [
    UnderWay("order", f"SELECT id FROM orders WHERE {_MOVING}"),
    UnderWay("animal", f"SELECT livestock_id AS id FROM orders WHERE {_MOVING}"),
    Agrees(
        "order.completed",
        "completed the order",
        "SELECT id, livestock_id, buyer_id, currency, paid AS minor_units, paid_fee AS fee FROM orders"
        " WHERE state = 'completed'",
    ),
    Agrees(
        "order.transferred",
        "has the animal with the buyer",
        "SELECT id, livestock_id, buyer_id, currency, price FROM orders"
        f" WHERE state IN ('processing', 'completed') OR {_HELD}",
    ),
    Agrees("order.known", "knows the order", f"SELECT id, {_HELD} AS held FROM orders"),
    Holds(
        "reserved_listing_has_an_order_under_way",
        f"SELECT id, 'an order' AS expected, 'none' AS found FROM listings AS l WHERE state = 'reserved'"
        f" AND NOT EXISTS (SELECT FROM orders WHERE listing_id = l.id AND {_LIVE})",
    ),
    Holds(
        "sale_is_settled_when_its_order_has_ended",
        "SELECT l.id, o.state AS expected, l.settled_at AS found FROM listings AS l"
        " LEFT JOIN orders AS o ON o.listing_id = l.id AND o.transferred_at IS NOT NULL"
        " WHERE l.state = 'sold'"
        " AND (o.state IN ('completed', 'refunded')) IS DISTINCT FROM (l.settled_at IS NOT NULL)",
    ),
    Holds(
        "listed_animal_is_its_sellers",
        "SELECT l.id, l.seller_id AS expected, a.owner_id AS found FROM listings AS l"
        " JOIN animals AS a ON a.id = l.livestock_id"
        " WHERE l.state = 'live' AND l.seller_id IS DISTINCT FROM a.owner_id"
        f" AND NOT EXISTS (SELECT FROM orders WHERE livestock_id = a.id AND {_LIVE})",
    ),
]
