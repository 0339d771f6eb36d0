"""The farm: farms, animals and who owns them."""

from amigok_chassis.service import Service, nouns
from farm.models import Base
from farm.settings import DATABASE_OPTIONS, Settings

NOUNS = """types breeds farms staff entries imports labels livestock ownership bounds pedigree announcements blocks
debts areas movements transfers returns disputes prices weights photos registrations births medicines health quarantines
removals deaths claims reversions search restatements deletions"""

service = Service(
    "farm", nouns("farm", NOUNS), Base.metadata, Settings, ("postgis", "btree_gist"), DATABASE_OPTIONS, storage=True
)
