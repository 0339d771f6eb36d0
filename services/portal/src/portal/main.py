from amigok_chassis.service import Service
from portal import api
from portal.settings import Settings

service = Service(name="portal", routers=[api.router], settings=Settings)
