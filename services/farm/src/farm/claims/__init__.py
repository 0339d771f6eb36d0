"""Insurance claims for animals that died."""

from amigok_chassis.service import Noun
from farm.claims import api, handlers, service
from farm.claims.models import CLAIMS

noun = Noun(
    routers=[api.router, api.admin],
    consumes={"people": [handlers.forget_texts]},
    proposals=[service.KIND],
    machines=[CLAIMS],
)
