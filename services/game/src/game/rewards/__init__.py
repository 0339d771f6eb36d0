"""Rewards: experience and coins that players win, once for each thing that they are for."""

from amigok_chassis.service import Noun
from game.rewards import invariants
from game.rewards.models import Earning

__all__ = ["Earning", "noun"]

noun = Noun(invariants=[invariants.XP_IS_EARNED, invariants.COINS_ARE_EARNED])
