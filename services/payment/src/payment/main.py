from amigok_chassis.service import Service
from payment import handlers
from payment.invoices import api as invoices
from payment.invoices.jobs import make_invoice_documents
from payment.models import Base
from payment.settings import Settings

service = Service(
    name="payment",
    routers=[invoices.router],
    consumes={
        "orders": [handlers.order_placed, handlers.order_cancelled, handlers.order_completed],
        "users": [handlers.user_deleted],
    },
    errands=[make_invoice_documents],
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
