"""Devices: browsers and phones that a user wants messages on."""

from amigok_chassis.service import Noun
from notification.devices import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_dead_devices])
