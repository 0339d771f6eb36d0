"""What always holds of requests for care."""

from collections.abc import Sequence

from amigok_chassis.invariants import Holds, Invariant

INVARIANTS: Sequence[Invariant] = [
    Holds(
        "cost_of_care_is_that_of_its_lines",
        "SELECT r.id, r.cost AS expected, coalesce(sum(l.amount), 0) AS found FROM care_requests AS r"
        " LEFT JOIN care_cost_lines AS l ON l.request_id = r.id GROUP BY r.id"
        " HAVING r.cost <> coalesce(sum(l.amount), 0)",
    ),
    Holds(
        "care_that_waits_to_begin_is_the_owners",
        "SELECT r.id, a.owner_id AS expected, r.owner_id AS found FROM care_requests AS r"
        " JOIN animals AS a ON a.id = r.livestock_id"
        " WHERE r.state IN ('requested', 'quoted', 'accepted', 'scheduled')"
        " AND (a.owner_id IS DISTINCT FROM r.owner_id OR a.gone IS NOT NULL)",
    ),
    Holds(
        "work_that_an_owner_accepted_was_held_before_it_began",
        "SELECT id, 'funded' AS expected, state AS found FROM care_requests"
        " WHERE state IN ('scheduled', 'in_progress', 'completed') AND funded_at IS NULL",
    ),
]
