"""What holds at rest of invoices."""

from amigok_chassis.service import Noun
from payment.invariants.declared import DECLARED

noun = Noun(invariants=DECLARED)
