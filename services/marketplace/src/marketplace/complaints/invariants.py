"""What holds at rest of complaints and their orders."""

from amigok_chassis.invariants import Holds, UnderWay

INVARIANTS = (
    UnderWay("order", "SELECT order_id AS id FROM complaints WHERE state = 'returning'"),
    UnderWay(
        "animal",
        "SELECT o.livestock_id AS id FROM complaints AS c JOIN orders AS o ON o.id = c.order_id"
        " WHERE c.state = 'returning'",
    ),
    Holds(
        "contested_order_has_a_complaint",
        "SELECT o.id, 'contested' AS expected, o.state AS found FROM orders AS o FULL JOIN"
        " (SELECT order_id FROM complaints WHERE state IN ('open', 'returning')) AS c ON c.order_id = o.id"
        " WHERE (o.state = 'contested') IS DISTINCT FROM (c.order_id IS NOT NULL)",
    ),
)
