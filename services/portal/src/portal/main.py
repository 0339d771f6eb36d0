from amigok_chassis.service import Service, nouns
from portal.settings import Settings

service = Service("portal", nouns("portal", "problems docs status watch"), settings=Settings)
