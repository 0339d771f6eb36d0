"""What administrators change in the ledger by hand: one proposes, another decides."""

from amigok_chassis.service import Noun
from wallet.corrections import api
from wallet.corrections.service import CORRECTION, CREDIT

noun = Noun(routers=[api.router], proposals=[CREDIT, CORRECTION])
