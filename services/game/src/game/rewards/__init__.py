"""Rewards: experience and coins that players win, once for each thing that they are for."""

from amigok_chassis.service import Noun
from game.rewards import invariants
from game.rewards.models import Award

__all__ = ["Award", "noun"]

noun = Noun(invariants=[invariants.XP_IS_AWARDED, invariants.COINS_ARE_AWARDED])
