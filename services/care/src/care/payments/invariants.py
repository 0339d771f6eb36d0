"""What always holds of payments for care."""

from collections.abc import Sequence

from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay

INVARIANTS: Sequence[Invariant] = [
    UnderWay("request", "SELECT id FROM care_payments WHERE state IN ('requested', 'capturing')"),
    Agrees(
        "request.completed",
        "was paid for the care",
        "SELECT id, currency, taken AS minor_units, taken AS fee FROM care_payments WHERE state = 'captured'",
    ),
    Agrees(
        "request.known",
        "knows the payment",
        "SELECT id, state = 'held' AS held FROM care_payments WHERE kind = 'hold'",
    ),
    Holds(
        "payments_for_care_come_to_no_more_than_its_cost",
        "SELECT r.id, r.cost AS expected, sum(p.taken) AS found FROM care_requests AS r"
        " JOIN care_payments AS p ON p.request_id = r.id GROUP BY r.id HAVING sum(p.taken) > r.cost",
    ),
    Holds(
        "nothing_is_held_for_care_that_has_ended",
        "SELECT p.id, 'released' AS expected, p.state AS found FROM care_payments AS p"
        " JOIN care_requests AS r ON r.id = p.request_id"
        " WHERE r.ended_at IS NOT NULL AND p.state IN ('requested', 'held')",
    ),
]
