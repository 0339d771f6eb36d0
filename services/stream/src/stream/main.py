from amigok_chassis.service import Service, nouns
from stream.models import Base
from stream.settings import Settings

# What the farm publishes is stored before others act on it.
NOUNS = "animals intervals farms people access devices cameras sensors"

service = Service(
    "stream", nouns("stream", NOUNS), Base.metadata, settings=Settings, extensions=("btree_gist",), storage=True
)
