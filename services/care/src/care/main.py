from amigok_chassis.service import Service, nouns
from care.models import Base

service = Service(
    name="care",
    # What the farm publishes is stored before others act on it.
    nouns=nouns("care", "animals farms people"),
    metadata=Base.metadata,
)
