"""Pictures of detections."""

from amigok_chassis.service import Noun
from stream.images import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.erase_images])
