"""Announcements: what administrators tell many users at once, when two of them agree."""

from amigok_chassis.service import Noun
from notification.announcements import api, jobs, service
from notification.announcements.machine import ANNOUNCEMENTS

noun = Noun(routers=[api.router], pollers=[jobs.send_announcement], proposals=[service.SEND], machines=[ANNOUNCEMENTS])
