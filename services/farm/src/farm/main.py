"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service
from farm import api, handlers
from farm.imports import api as imports
from farm.imports.jobs import forget_imports, work_off_imports
from farm.labels import api as labels
from farm.models import Base

service = Service(
    name="farm",
    routers=[imports.admin, labels.admin, api.admin, api.router],
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    prepare={"orders": handlers.lock_animals},
    jobs=[forget_imports],
    errands=[work_off_imports],
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
)
