"""Farms: where the animals are."""

from amigok_chassis.service import Noun
from marketplace.farms import handlers

noun = Noun(consumes={"animals": [handlers.farm_changed]})
