from amigok_chassis.service import Service, nouns
from game.models import Base

# What the farm publishes is stored before others act on it.
NOUNS = """animals farms people
 players coins seasons streaks deeds rewards shop tasks achievements challenges progress friends pilot"""

service = Service("game", nouns("game", NOUNS), Base.metadata)
