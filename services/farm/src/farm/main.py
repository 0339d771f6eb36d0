"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Noun, Service
from amigok_chassis.standing.handlers import standing_changed
from farm import handlers, invariants
from farm.blocks.jobs import announce_in_farms, end_past_blocks
from farm.imports.jobs import forget_imports, work_off_imports
from farm.models import Base
from farm.photos.jobs import remove_photos
from farm.proposals import KINDS
from farm.routers import routers
from farm.settings import Settings

service = Service(
    name="farm",
    nouns=[
        Noun(
            routers=routers,
            consumes={
                "orders": [handlers.order_confirmed, handlers.order_timed_out],
                "disputes": [
                    handlers.dispute_opened,
                    handlers.dispute_won,
                    handlers.dispute_lost,
                    handlers.order_refunded,
                ],
                "people": [handlers.user_deleted, handlers.deletion_requested, standing_changed],
            },
            prepare={"orders": handlers.lock_animals, "disputes": handlers.lock_animals},
            jobs=[end_past_blocks, forget_imports],
            tasks=[work_off_imports, announce_in_farms, remove_photos],
            proposals=KINDS,
        ),
        invariants.noun,
    ],
    settings=Settings,
    metadata=Base.metadata,
    extensions=("postgis", "btree_gist"),
    database_options={"plan_cache_mode": "force_custom_plan", "random_page_cost": "1.1", "jit": "off"},
    storage=True,
)
