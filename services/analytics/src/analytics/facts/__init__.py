"""Facts: what figures are computed from, in ClickHouse, each from one event."""

from amigok_chassis.service import Noun
from analytics.facts import loading

noun = Noun(pollers=[loading.load_facts])
