"""What users owe, and which of it is settled first."""

from amigok_chassis.service import Noun
from wallet.receivables.machine import DEBTS

noun = Noun(machines=[DEBTS])
