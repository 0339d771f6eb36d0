"""A user's settings of the dashboard: a small JSON object whose content identity does not read."""

from amigok_chassis.service import Noun
from identity.preferences import api

noun = Noun(routers=[api.router])
