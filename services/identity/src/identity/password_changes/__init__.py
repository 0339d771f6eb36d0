"""Changes of the password."""

from amigok_chassis.service import Noun
from identity.password_changes import api

noun = Noun(routers=[api.router])
