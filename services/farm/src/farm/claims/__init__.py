"""Insurance claims for animals that died."""

from amigok_chassis.service import Noun
from farm.claims import api, handlers, service
from farm.claims.invariants import INVARIANTS
from farm.claims.models import CLAIMS

noun = Noun(
    routers=[api.router, api.admin],
    consumes={"people": [handlers.forget_texts], "payouts": [handlers.payout_paid]},
    proposals=[service.KIND],
    machines=[CLAIMS],
    invariants=INVARIANTS,
)
