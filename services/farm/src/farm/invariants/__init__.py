"""What holds at rest of animals and their owners."""

from amigok_chassis.service import Noun
from farm.invariants.declared import DECLARED

noun = Noun(invariants=DECLARED)
