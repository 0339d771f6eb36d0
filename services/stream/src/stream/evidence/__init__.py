"""Evidence: what devices sign of their detections, as a chain."""

from amigok_chassis.service import Noun
from stream.evidence import api
from stream.evidence.invariants import CHAINS

noun = Noun(routers=[api.router], invariants=[CHAINS])
