"""Who may see what of an animal, and of which time."""

from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun
from stream.access import views

noun = Noun(jobs=[views.tell_views], gauges={STUCK: views.untold})
