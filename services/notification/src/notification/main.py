from amigok_chassis.service import Service, nouns
from notification.models import Base
from notification.settings import Settings

# What others publish is stored before it is told.
NOUNS = """animals farms people contests kinds templates addresses senders devices bounces stream orders notices
 notice_preferences deliveries announcements hearing"""

service = Service("notification", nouns("notification", NOUNS), Base.metadata, settings=Settings, fleet_key=True)
