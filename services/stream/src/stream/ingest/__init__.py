"""What devices publish: keys for one session each, and what the media server asks about them."""

from amigok_chassis.service import Noun
from stream.ingest import api, callbacks, jobs
from stream.ingest.models import PUBLISHERS

noun = Noun(routers=[api.router, callbacks.router], jobs=[jobs.end_silent_publishers], machines=[PUBLISHERS])
