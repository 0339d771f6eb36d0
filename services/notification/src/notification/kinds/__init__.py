"""Kinds: who is told of what. `table.py` has all rows; a row is all that a new kind needs, besides its texts."""

from amigok_chassis.service import Noun

noun = Noun()
