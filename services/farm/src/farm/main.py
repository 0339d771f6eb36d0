"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service
from farm import api, handlers
from farm.blocks import api as blocks
from farm.blocks import jobs
from farm.health import api as health
from farm.medicines import api as medicines
from farm.models import Base
from farm.quarantines import api as quarantines

service = Service(
    name="farm",
    routers=[api.admin, api.router, *blocks.routers, *medicines.routers, health.router, quarantines.router],
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    prepare={"orders": handlers.lock_animals},
    jobs=[jobs.end_past_blocks],
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
)
