"""What holds at rest of animals."""

from amigok_chassis.invariants import Agrees

INVARIANTS = [Agrees("animal.owner", "knows the animal", "SELECT id, owner_id FROM animals", partial=True)]
