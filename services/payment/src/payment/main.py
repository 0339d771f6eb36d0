from amigok_chassis.service import Service
from payment import handlers
from payment.books.jobs import state_books
from payment.models import Base
from payment.settings import Settings

service = Service(
    name="payment",
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
    },
    jobs=[state_books],
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
