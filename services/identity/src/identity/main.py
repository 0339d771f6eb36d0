from amigok_chassis.service import Service
from identity import api, jobs, keys
from identity.activity import api as activity
from identity.administration import api as administration
from identity.administration import jobs as administration_jobs
from identity.audit import api as audit
from identity.models import Base
from identity.settings import Settings

service = Service(
    name="identity",
    routers=[
        api.router,
        api.well_known,
        administration.router,
        administration.admin,
        audit.router,
        activity.router,
    ],
    jobs=[jobs.forget, administration_jobs.forget_unverified],
    errands=[jobs.send_mails, jobs.announce_revocations],
    metadata=Base.metadata,
    settings=Settings,
    startup=keys.ensure_signing_key,
)
