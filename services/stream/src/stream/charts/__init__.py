"""Charts of sensors: their readings, or the sums of hours and days."""

from amigok_chassis.service import Noun
from stream.charts import api

noun = Noun(routers=[api.router])
