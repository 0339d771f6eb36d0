"""What always holds for invoices."""

from amigok_chassis.invariants import Agrees, Holds

INVARIANTS = (
    Agrees(
        "order.completed",
        "invoiced it",
        "SELECT order_id AS id, user_id AS buyer_id, currency, total AS minor_units FROM invoices"
        " WHERE kind = 'purchase'",
    ),
    Holds(
        "invoices_are_numbered_without_gaps",
        "SELECT s.entity || '-' || s.year AS id, s.last AS expected, count(i.id) AS found FROM invoice_series AS s"
        " LEFT JOIN invoices AS i ON i.entity = s.entity AND i.year = s.year"
        " GROUP BY s.entity, s.year HAVING count(i.id) <> s.last OR max(i.sequence) <> s.last",
    ),
)
