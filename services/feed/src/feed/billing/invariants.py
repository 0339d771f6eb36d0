"""What holds at rest of periods and what was fed of them."""

from collections.abc import Sequence

from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay

INVARIANTS: Sequence[Invariant] = [
    UnderWay(
        "period",
        "SELECT id FROM periods WHERE state IN ('asked', 'settling') OR (state = 'open' AND ends_at <= now())",
    ),
    Agrees(
        "period.completed",
        "was paid what was fed",
        "SELECT id, currency, charged_minor AS minor_units, 0::bigint AS fee FROM periods"
        " WHERE kind = 'package' AND state = 'settled' AND charged_minor > 0",
    ),
    Agrees(
        "period.known",
        "knows the period",
        "SELECT id, state = 'open' AS held FROM periods WHERE kind = 'package'",
    ),
    Holds(
        "period_is_charged_what_was_fed",
        "SELECT p.id, p.charged_minor + coalesce(c.late, 0) AS expected, coalesce(m.fed, 0) AS found"
        " FROM periods AS p"
        " LEFT JOIN (SELECT period_id, sum(charged_minor) AS fed FROM meals GROUP BY period_id) AS m"
        " ON m.period_id = p.id"
        " LEFT JOIN (SELECT period_id, sum(amount_minor) AS late FROM corrections GROUP BY period_id) AS c"
        " ON c.period_id = p.id"
        " WHERE p.state IN ('settling', 'settled') AND p.charged_minor + coalesce(c.late, 0) <> coalesce(m.fed, 0)",
    ),
    Holds(
        "meals_cost_at_most_the_price_of_their_period",
        "SELECT p.id, p.price_minor AS expected, sum(m.price_minor) AS found FROM periods AS p"
        " JOIN meals AS m ON m.period_id = p.id"
        " GROUP BY p.id HAVING sum(m.price_minor) > p.price_minor",
    ),
    Holds(
        "ended_period_is_settled_or_under_way",
        "SELECT id, 'closed' AS expected, state AS found FROM periods"
        " WHERE ends_at < now() - interval '1 day' AND closed_at IS NULL",
    ),
    Holds(
        "live_subscription_is_of_an_animal_that_is_there",
        "SELECT s.id, s.owner_id AS expected, a.owner_id AS found FROM subscriptions AS s"
        " JOIN animals AS a ON a.id = s.livestock_id WHERE s.state IN ('active', 'unpaid', 'paused')"
        " AND (a.gone IS NOT NULL OR a.owner_id IS DISTINCT FROM s.owner_id)",
    ),
]
