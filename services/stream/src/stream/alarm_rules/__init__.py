"""Rules by which alarms are raised."""

from amigok_chassis.service import Noun
from stream.alarm_rules import api

noun = Noun(routers=[api.router])
