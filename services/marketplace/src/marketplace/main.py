from amigok_chassis.service import Service, nouns
from marketplace.models import Base
from marketplace.settings import DATABASE_OPTIONS, Settings

# What the farm publishes about an animal is stored before listings and orders act on it.
NOUNS = """farms animals fees listings views documents market popular searches underpriced orders complaints reviews
trade offers moderation watches saved_searches people books"""

service = Service(
    "marketplace", nouns("marketplace", NOUNS), Base.metadata, Settings, database_options=DATABASE_OPTIONS, storage=True
)
