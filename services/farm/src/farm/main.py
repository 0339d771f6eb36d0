"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service
from farm import api, handlers
from farm.models import Base

service = Service(
    name="farm",
    routers=[api.admin, api.router],
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    prepare={"orders": handlers.lock_animals},
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
)
