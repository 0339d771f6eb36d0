"""Labels with QR codes for ear tags, pens and papers."""

from amigok_chassis.service import Noun
from farm.labels import api

noun = Noun(routers=[api.admin])
