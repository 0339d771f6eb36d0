from amigok_chassis.service import Service, nouns
from payment.models import Base
from payment.settings import Settings

# Nouns that consume the same event handle it in this order: the order first, then its payment and its invoice.
NOUNS = "orders providers methods payments disputes refunds payouts webhooks invoices settlements books users"
service = Service(
    name="payment",
    nouns=nouns("payment", NOUNS),
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
