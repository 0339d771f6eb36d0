from amigok_chassis.service import Service, nouns
from stream.models import Base
from stream.settings import Settings

# What the farm publishes is stored before others act on it. Revocations compare it with what was known before.
NOUNS = """revocations animals intervals farms people access devices cameras sensors commands enrolment connectivity
 ingest playback cards sightings evidence images detections cases releases recordings snapshots
 sensor_types readings charts mqtt equipment alarm_rules alarms excursions judgements equipment_logs"""

service = Service(
    "stream", nouns("stream", NOUNS), Base.metadata, settings=Settings, extensions=("btree_gist",), storage=True
)
