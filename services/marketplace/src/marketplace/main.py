from amigok_chassis.service import Service, nouns
from marketplace.models import Base
from marketplace.settings import Settings

service = Service(
    name="marketplace",
    # What the farm publishes about an animal is stored before listings and orders act on it.
    nouns=nouns(
        "marketplace",
        "animals fees listings market underpriced orders complaints reviews trade offers people books",
    ),
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
)
