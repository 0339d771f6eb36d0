"""What always holds of entries and their fees."""

from collections.abc import Sequence

from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay
from game.entries.machine import ENTRIES, FEES, LIVE, UNSETTLED

_LIVE = ENTRIES.check("e.state", LIVE)

INVARIANTS: Sequence[Invariant] = [
    UnderWay("entry", f"SELECT id FROM entries WHERE {FEES.check('fee_state', UNSETTLED)}"),
    Agrees(
        "entry.completed",
        "took part for a fee",
        "SELECT id, fee_currency AS currency, fee AS minor_units, fee FROM entries"
        " WHERE fee_state IN ('captured', 'refunding', 'refunded')",
    ),
    Agrees(
        "entry.known",
        "knows the fee",
        "SELECT id, fee_state = 'held' AS held FROM entries WHERE fee_state IS NOT NULL",
    ),
    UnderWay("entry_refund", "SELECT id FROM entries WHERE fee_state = 'refunding'"),
    Agrees(
        "entry_refund.rewarded",
        "gave the fee back",
        "SELECT id, owner_id AS payee_id, fee_currency AS currency, fee AS minor_units FROM entries"
        " WHERE fee_state = 'refunded'",
    ),
    Holds(
        "places_that_are_taken_are_those_of_live_entries",
        "SELECT c.id, c.places_taken AS expected, count(e.id) AS found FROM contests AS c"
        f" LEFT JOIN entries AS e ON e.contest_id = c.id AND {_LIVE}"
        " GROUP BY c.id HAVING c.places_taken <> count(e.id)",
    ),
    Holds(
        "nothing_is_held_for_entries_that_take_no_part",
        "SELECT id, 'released' AS expected, fee_state AS found FROM entries"
        " WHERE state IN ('withdrawn', 'refused', 'cancelled') AND frozen_at IS NULL"
        " AND fee_state IN ('asked', 'held')",
    ),
    Holds(
        "entries_that_compete_have_paid",
        "SELECT id, 'captured' AS expected, fee_state AS found FROM entries"
        " WHERE state IN ('competing', 'lost', 'disqualified') AND fee_state NOT IN ('capturing', 'captured')",
    ),
]
