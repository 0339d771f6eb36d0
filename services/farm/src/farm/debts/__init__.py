"""Debts that keep an animal from being sold."""

from amigok_chassis.service import Noun
from farm.debts import handlers

noun = Noun(consumes={"debts": [handlers.debt_recorded, handlers.debt_settled]})
