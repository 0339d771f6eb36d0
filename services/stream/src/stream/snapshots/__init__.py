"""Snapshots: pictures of live video, kept for a while."""

from amigok_chassis.service import Noun
from stream.snapshots import api, service

noun = Noun(routers=[api.router], jobs=[service.remove_snapshots])
