"""What users owe, and which of it is settled first."""

from amigok_chassis.service import Noun

noun = Noun()
