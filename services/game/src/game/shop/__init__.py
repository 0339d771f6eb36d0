"""The shop: badges, titles and boosts for coins. A boost multiplies experience only, never coins."""

from amigok_chassis.service import Noun
from game.shop import api, invariants

noun = Noun(routers=[api.router, api.admin], invariants=[invariants.PURCHASES_ARE_PAID])
