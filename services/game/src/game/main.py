from amigok_chassis.service import Service, nouns
from game.models import Base

# What the farm publishes is stored before others act on it.
NOUNS = "animals farms people scoring facts contests entries leaderboards"

service = Service("game", nouns("game", NOUNS), Base.metadata)
