from amigok_chassis.service import Service, nouns
from care.models import Base
from care.settings import Settings

# What the farm publishes is stored before others act on it.
NOUNS = """animals farms people procedures payments requests reports history books medicines batches
 prescriptions doses antimicrobials assignments calendars bookings emergencies plans"""

service = Service(
    "care", nouns("care", NOUNS), Base.metadata, settings=Settings, extensions=("btree_gist",), storage=True
)
