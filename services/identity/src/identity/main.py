from amigok_chassis.service import Service
from identity import api, jobs, keys
from identity.models import Base
from identity.settings import Settings

service = Service(
    name="identity",
    routers=[api.router, api.well_known],
    jobs=[jobs.forget],
    errands=[jobs.send_mails, jobs.announce_revocations],
    metadata=Base.metadata,
    settings=Settings,
    startup=keys.ensure_signing_key,
)
