"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service
from farm import api, handlers
from farm.farms import api as farms
from farm.models import Base
from farm.pedigree import api as pedigree
from farm.prices import api as prices
from farm.search import api as search
from farm.staff import api as staff
from farm.weights import api as weights

service = Service(
    name="farm",
    routers=[
        api.admin, farms.admin, pedigree.admin, prices.admin, staff.router,
        api.router, farms.router, prices.router, search.router, weights.router,
    ],
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    prepare={"orders": handlers.lock_animals},
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
    # Filters decide which index is best: each list is planned for its values. Disks have no heads, and JIT never pays.
    database_options={"plan_cache_mode": "force_custom_plan", "random_page_cost": "1.1", "jit": "off"},
)  # fmt: skip
