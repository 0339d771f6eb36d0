"""What holds at rest of periods and what was fed of them."""

from collections.abc import Sequence

from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay

_LATELY = "now() - interval '60 days'"
"""Older periods are not read again each hour: hardly a log comes so late."""

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
    UnderWay("correction", "SELECT id FROM corrections WHERE amount_minor < 0 AND settled_at IS NULL"),
    Agrees(
        "correction.rewarded",
        "gave back what was not fed",
        "SELECT id, owner_id AS payee_id, currency, -amount_minor AS minor_units FROM corrections"
        " WHERE amount_minor < 0 AND settled_at IS NOT NULL",
    ),
    Holds(
        "period_is_charged_what_was_fed",
        "SELECT p.id, p.charged_minor + c.late AS expected, m.fed AS found FROM periods AS p"
        " CROSS JOIN LATERAL (SELECT coalesce(sum(charged_minor), 0) AS fed FROM meals WHERE period_id = p.id) AS m"
        " CROSS JOIN LATERAL"
        " (SELECT coalesce(sum(amount_minor), 0) AS late FROM corrections WHERE period_id = p.id) AS c"
        f" WHERE p.closed_at > {_LATELY} AND p.state IN ('settling', 'settled') AND p.charged_minor + c.late <> m.fed",
    ),
    Holds(
        "meals_cost_at_most_the_price_of_their_period",
        "SELECT p.id, p.price_minor AS expected, m.price AS found FROM periods AS p"
        " CROSS JOIN LATERAL (SELECT sum(price_minor) AS price FROM meals WHERE period_id = p.id) AS m"
        f" WHERE p.starts_at > {_LATELY} AND m.price > p.price_minor",
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
