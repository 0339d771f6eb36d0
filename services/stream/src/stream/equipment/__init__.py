"""Cold-chain equipment: refrigerators, freezers, milk tanks, with their range, status and sensors."""

from amigok_chassis.service import Noun
from stream.equipment import api

noun = Noun(routers=[api.router])
