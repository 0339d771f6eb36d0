"""Proofs that the ledger adds up: made every hour, and on demand."""

from amigok_chassis.service import Noun
from wallet.proofs import api, service
from wallet.proofs.agreements import AGREEMENTS
from wallet.proofs.ledger import LEDGER

noun = Noun(
    routers=[api.router],
    invariants=(*LEDGER, *AGREEMENTS),
    proven=service.keep,
)
