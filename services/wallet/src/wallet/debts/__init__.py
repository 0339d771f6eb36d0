"""What users owe the platform: recorded, settled from what comes in, given up, shown."""

from amigok_chassis.service import Noun
from wallet.debts import api, handlers

noun = Noun(routers=[api.admin], consumes={"money": handlers.debt.declared()})
