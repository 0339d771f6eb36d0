from amigok_chassis.service import Service
from payment import disputes, invoices, methods, orders, payments, payouts, providers, refunds, settlements, webhooks
from payment.models import Base
from payment.settings import Settings

nouns = (orders, providers, methods, payments, disputes, refunds, payouts, webhooks, invoices, settlements)
service = Service(
    name="payment",
    nouns=[each.noun for each in nouns],
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
