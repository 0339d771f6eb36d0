"""Entries: animals in contests, and the fees for them."""

from amigok_chassis.service import Noun
from game.entries.machine import ENTRIES, FEES

noun = Noun(machines=[ENTRIES, FEES])
