from amigok_chassis.metrics import DIFFERENCES, STUCK
from amigok_chassis.service import Noun, Service
from wallet import handlers, invariants, jobs, proofs
from wallet.corrections.service import CORRECTION, CREDIT
from wallet.models import Base
from wallet.proceeds.queries import UNDECIDED, undecided
from wallet.proceeds.service import SETTLE
from wallet.routers import routers
from wallet.sealing.jobs import seal_latecomers, seal_transfers
from wallet.sealing.service import UNSEALED_AGE, oldest
from wallet.settings import Settings
from wallet.solvency.jobs import publish_liabilities
from wallet.subscriptions import CONSUMES
from wallet.withdrawals.service import stuck

service = Service(
    name="wallet",
    nouns=[
        Noun(
            routers=routers,
            consumes=CONSUMES,
            prepare=dict.fromkeys(("users", "orders", "payments", "animals"), handlers.lock_accounts),
            jobs=[
                *(jobs.expire_holds, jobs.release_proceeds, jobs.prove_ledger),
                *(seal_transfers, seal_latecomers, publish_liabilities),
            ],
            gauges={DIFFERENCES: proofs.differences, STUCK: stuck, UNSEALED_AGE: oldest, UNDECIDED: undecided},
            proposals=(CREDIT, CORRECTION, SETTLE),
        ),
        invariants.noun,
    ],
    metadata=Base.metadata,
    settings=Settings,
    fleet_key=True,
    database_options={"plan_cache_mode": "force_generic_plan"},
)
