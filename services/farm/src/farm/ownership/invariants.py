"""What holds at rest of animals and their owners."""

from amigok_chassis.invariants import Agrees, Holds

INVARIANTS = (
    Agrees("animal.owner", "has the animal", "SELECT id, owner_id FROM livestock"),
    Holds(
        "owner_is_the_last_of_the_history",
        "SELECT l.id, h.owner_id AS expected, l.owner_id AS found FROM livestock AS l"
        " JOIN ownership_history AS h ON h.livestock_id = l.id AND h.ended_at IS NULL"
        " WHERE h.owner_id IS DISTINCT FROM l.owner_id",
    ),
)
