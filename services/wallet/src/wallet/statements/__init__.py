"""What is in a wallet, and what happened there: balances, movements, statements of a period."""

from amigok_chassis.service import Noun
from wallet.statements import api

noun = Noun(routers=[api.router])
