"""Detections: which animal was seen when, and by which camera."""

from amigok_chassis.service import Noun
from stream.detections import api, jobs, pictures
from stream.detections.invariants import SIGHTINGS

noun = Noun(
    routers=[api.router, api.admin, pictures.router],
    jobs=[jobs.maintain_detections, jobs.resolve_cards],
    invariants=[SIGHTINGS],
)
