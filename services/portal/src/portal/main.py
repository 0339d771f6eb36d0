from amigok_chassis.service import Noun, Service
from portal import api
from portal.settings import Settings

service = Service(name="portal", nouns=[Noun(routers=[api.router])], settings=Settings)
