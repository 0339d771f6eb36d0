from amigok_chassis.service import Service
from marketplace import animals, books, listings, market, orders, people, underpriced
from marketplace.models import Base
from marketplace.settings import Settings

service = Service(
    name="marketplace",
    # What the farm says of an animal is kept before listings and orders act on it.
    nouns=[animals.noun, listings.noun, market.noun, underpriced.noun, orders.noun, people.noun, books.noun],
    metadata=Base.metadata,
    settings=Settings,
)
