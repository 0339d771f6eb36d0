"""Preferences: which kinds a user wants to be told, by which channels, and whether at once or in a digest."""

from amigok_chassis.service import Noun
from notification.notice_preferences import api
from notification.notice_preferences.models import Preference
from notification.people.forgetting import forgets, sweeps

noun = Noun(routers=[api.router], consumes={"people": [forgets(Preference)]}, jobs=[sweeps(Preference)])
