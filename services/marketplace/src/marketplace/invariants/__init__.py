"""What holds at rest of orders, listings and what is known of animals."""

from amigok_chassis.service import Noun
from marketplace.invariants.declared import DECLARED

noun = Noun(invariants=DECLARED)
