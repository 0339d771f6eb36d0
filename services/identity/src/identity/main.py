from amigok_chassis.service import Service
from identity import api, jobs, keys
from identity.export import api as export
from identity.kyc import api as kyc
from identity.kyc import jobs as kyc_jobs
from identity.models import Base
from identity.preferences import api as preferences
from identity.settings import Settings

service = Service(
    name="identity",
    routers=[api.router, api.well_known, kyc.router, kyc.admin, preferences.router, export.router],
    jobs=[jobs.forget],
    errands=[jobs.send_mails, jobs.announce_revocations, kyc_jobs.remove_documents],
    metadata=Base.metadata,
    settings=Settings,
    startup=keys.ensure_signing_key,
    storage=True,
)
