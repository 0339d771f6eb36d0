from amigok_chassis.service import Service, nouns
from game.models import Base
from game.settings import Settings

# What the farm publishes is stored before others act on it.
NOUNS = """animals farms people scoring facts contests entries leaderboards stages deletions books
 links judges pictures judging bundles results appeals suspicions prizes endings
 players coins seasons streaks deeds rewards shop tasks achievements challenges progress friends pilot"""

service = Service("game", nouns("game", NOUNS), Base.metadata, settings=Settings, storage=True, fleet_key=True)
