"""What the farm knows of the catalogue of medicines, which is care's."""

from amigok_chassis.service import Noun
from farm.medicines import handlers, jobs

noun = Noun(consumes={"medicines": [handlers.medicine_changed]}, jobs=[jobs.hand_over_medicines])
