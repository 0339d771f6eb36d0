from amigok_chassis.service import Service
from identity import api, jobs, keys
from identity.models import Base
from identity.passkeys import api as passkeys
from identity.settings import Settings
from identity.two_factor import api as two_factor

service = Service(
    name="identity",
    routers=[api.router, api.well_known, two_factor.router, passkeys.router],
    jobs=[jobs.forget],
    errands=[jobs.send_mails, jobs.announce_revocations],
    metadata=Base.metadata,
    settings=Settings,
    startup=keys.ensure_signing_key,
)
