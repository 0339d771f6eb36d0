"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service
from farm import api, handlers
from farm.births import api as births
from farm.blocks import api as blocks
from farm.blocks.jobs import end_past_blocks
from farm.deaths import api as deaths
from farm.farms import api as farms
from farm.health import api as health
from farm.imports import api as imports
from farm.imports.jobs import forget_imports, work_off_imports
from farm.labels import api as labels
from farm.medicines import api as medicines
from farm.models import Base
from farm.movements import api as movements
from farm.pedigree import api as pedigree
from farm.prices import api as prices
from farm.quarantines import api as quarantines
from farm.search import api as search
from farm.staff import api as staff
from farm.weights import api as weights
from farm.withdrawals import api as withdrawals

service = Service(
    name="farm",
    routers=[
        *(imports.admin, labels.admin, api.admin, farms.admin, pedigree.admin, prices.admin, staff.router),
        *(api.router, farms.router, prices.router, search.router, weights.router, movements.router, births.router),
        *(withdrawals.router, withdrawals.admin, deaths.router, deaths.admin),
        *(*blocks.routers, *medicines.routers, health.router, quarantines.router),
    ],
    consumes={"orders": [handlers.order_confirmed, handlers.order_timed_out]},
    prepare={"orders": handlers.lock_animals},
    jobs=[end_past_blocks, forget_imports],
    errands=[work_off_imports],
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
    database_options={"plan_cache_mode": "force_custom_plan", "random_page_cost": "1.1", "jit": "off"},
)  # fmt: skip
