"""Proofs that the ledger adds up: made every hour, and on demand."""

from amigok_chassis.metrics import DIFFERENCES
from amigok_chassis.service import Noun
from wallet.proofs import api, jobs
from wallet.proofs.agreements import AGREEMENTS
from wallet.proofs.ledger import LEDGER
from wallet.proofs.service import differences

noun = Noun(
    routers=[api.router],
    jobs=[jobs.prove_ledger],
    gauges={DIFFERENCES: differences},
    invariants=(*LEDGER, *AGREEMENTS),
)
