"""Players: who plays pilot farming, under which handle, in which time zone."""

from amigok_chassis.service import Noun

noun = Noun()
