"""Coins: a book of the game's own, in double entry. They are no money, and nothing turns them into any."""

from amigok_chassis.service import Noun
from game.coins import api, invariants

noun = Noun(routers=[api.router], invariants=[invariants.SUM_TO_ZERO, invariants.BALANCES_EQUAL_ENTRIES])
