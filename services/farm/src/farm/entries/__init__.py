"""What people enter in the field, where an answer may get lost. An entry that is sent twice is recorded once."""

from amigok_chassis.service import Noun

noun = Noun()
