"""What holds of offers and their orders."""

from collections.abc import Sequence

from amigok_chassis.invariants import Holds, Invariant

_ORDERED = "o.state IN ('accepted', 'completed', 'payment_failed')"

INVARIANTS: Sequence[Invariant] = [
    Holds(
        "accepted_offer_has_its_order",
        "SELECT o.id, o.amount AS expected, r.price AS found FROM offers AS o"
        " LEFT JOIN orders AS r ON r.id = o.order_id AND r.offer_id = o.id AND r.buyer_id = o.buyer_id"
        f" WHERE {_ORDERED} AND r.price IS DISTINCT FROM o.amount",
    ),
    Holds(
        "order_of_an_offer_is_the_offers",
        "SELECT r.id, r.offer_id AS expected, o.id AS found FROM orders AS r"
        " LEFT JOIN offers AS o ON o.order_id = r.id"
        " WHERE r.offer_id IS NOT NULL AND o.id IS DISTINCT FROM r.offer_id",
    ),
]
