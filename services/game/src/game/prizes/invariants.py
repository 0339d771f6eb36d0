"""What always holds of prizes."""

from collections.abc import Sequence

from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay

INVARIANTS: Sequence[Invariant] = [
    UnderWay("prize", "SELECT id FROM awards WHERE state = 'requested'"),
    Agrees(
        "prize.rewarded",
        "was won and paid",
        "SELECT id, owner_id AS payee_id, currency, amount AS minor_units FROM awards WHERE state = 'paid'",
    ),
    Holds(
        "prizes_are_those_of_a_final_result",
        "SELECT a.id, 'completed' AS expected, c.state AS found FROM awards AS a"
        " JOIN contests AS c ON c.id = a.contest_id WHERE c.state <> 'completed'",
    ),
    Holds(
        "a_prize_that_is_granted_is_an_entitlement",
        "SELECT a.id, 'an entitlement' AS expected, a.state AS found FROM awards AS a"
        " FULL JOIN entitlements AS e ON e.id = a.id WHERE (a.state = 'granted') <> (e.id IS NOT NULL)",
    ),
]
