from amigok_chassis.service import Service, nouns
from care.models import Base
from care.settings import Settings

service = Service(
    name="care",
    # What the farm publishes is stored before others act on it.
    nouns=nouns("care", "animals farms people procedures payments requests reports history books"),
    metadata=Base.metadata,
    settings=Settings,
    storage=True,
)
