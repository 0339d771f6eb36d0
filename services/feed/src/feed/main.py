from amigok_chassis.service import Service, nouns
from feed.models import Base
from feed.settings import Settings

NOUNS = """animals farms people packages subscriptions periods meals billing changes period_statements books
 lots doses barn feeding"""

service = Service(
    name="feed",
    # What the farm publishes is stored before others act on it.
    nouns=nouns("feed", NOUNS),
    metadata=Base.metadata,
    settings=Settings,
)
