from amigok_chassis.service import Service, nouns
from analytics.models import Base

# What the farm publishes is stored before others act on it.
NOUNS = "animals farms people"

service = Service("analytics", nouns("analytics", NOUNS), Base.metadata)
