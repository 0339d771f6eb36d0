from amigok_chassis.service import Service, nouns
from payment.models import Base
from payment.settings import Settings

MONEY = "orders providers methods payments disputes refunds payouts webhooks"
RECORDS = "invoices settlements books users"

service = Service(
    name="payment",
    nouns=nouns("payment", f"{MONEY} {RECORDS}"),
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
    fleet_key=True,
)
