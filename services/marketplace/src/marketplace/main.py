from amigok_chassis.service import Service, nouns
from marketplace.models import Base
from marketplace.settings import Settings

# What the farm publishes about an animal is stored before listings and orders act on it.
NOUNS = """animals fees listings views market underpriced orders complaints reviews trade offers moderation watches
saved_searches people books"""

service = Service("marketplace", nouns("marketplace", NOUNS), metadata=Base.metadata, settings=Settings, storage=True)
