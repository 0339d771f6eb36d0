"""What holds at rest of the ledger, and between it and what it posts for others."""

from amigok_chassis.service import Noun
from wallet.invariants.declared import DECLARED

noun = Noun(invariants=DECLARED)
