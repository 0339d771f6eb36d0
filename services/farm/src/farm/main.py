"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service
from farm import api, handlers
from farm.births import api as births
from farm.deaths import api as deaths
from farm.models import Base
from farm.movements import api as movements
from farm.withdrawals import api as withdrawals

service = Service(
    name="farm",
    routers=[
        api.admin,
        api.router,
        movements.router,
        withdrawals.router,
        withdrawals.admin,
        deaths.router,
        deaths.admin,
        births.router,
    ],
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    prepare={"orders": handlers.lock_animals},
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
)
