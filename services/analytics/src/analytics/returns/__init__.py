"""What owners earned: return on what they put in, profit and loss, tax years, and the rows behind each figure."""

from amigok_chassis.service import Noun
from analytics.returns import api

noun = Noun(routers=[api.router])
