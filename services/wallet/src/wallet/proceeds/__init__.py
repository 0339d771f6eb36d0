"""What new sellers have earned through a provider: it waits, because the payer's bank may take the payment back."""

from amigok_chassis.service import Noun
from wallet.proceeds import api, jobs
from wallet.proceeds.machine import PROCEEDS
from wallet.proceeds.queries import UNDECIDED, undecided
from wallet.proceeds.service import SETTLE

noun = Noun(
    routers=[api.admin],
    jobs=[jobs.release_proceeds],
    gauges={UNDECIDED: undecided},
    proposals=[SETTLE],
    machines=[PROCEEDS],
)
