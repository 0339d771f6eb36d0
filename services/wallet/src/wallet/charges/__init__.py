"""Charges that other services ask for."""

from amigok_chassis.service import Noun
from wallet.charges import handlers

noun = Noun(consumes={"money": handlers.charge.declared()})
