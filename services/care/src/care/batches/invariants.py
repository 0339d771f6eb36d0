"""What holds at rest of the stock of medicines."""

from amigok_chassis.invariants import Holds

INVARIANTS = (
    Holds(
        "batches_are_what_moved",
        "SELECT b.id, (m.quantity, m.reserved)::text AS expected, (b.quantity, b.reserved)::text AS found"
        " FROM medicine_batches AS b CROSS JOIN LATERAL (SELECT coalesce(sum(quantity), 0) AS quantity,"
        " coalesce(sum(reserved), 0) AS reserved FROM medicine_movements WHERE batch_id = b.id) AS m"
        " WHERE (b.quantity, b.reserved) <> (m.quantity, m.reserved)",
    ),
)
