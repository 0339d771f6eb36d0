"""When and where veterinarians work, and when they are absent."""

from amigok_chassis.service import Noun
from care.calendars import api, handlers

noun = Noun(routers=[api.vet, api.admin], consumes={"people": [handlers.forget_calendar]})
