from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Noun, Service
from identity import jobs, keys
from identity.administration import jobs as administration_jobs
from identity.administration.roles import GRANT
from identity.deletions.handlers import deletions_checked
from identity.deletions.service import stuck
from identity.handles import jobs as handles_jobs
from identity.kyc import jobs as kyc_jobs
from identity.models import Base
from identity.notices.handlers import exit_noticed
from identity.routers import routers
from identity.settings import Settings

service = Service(
    name="identity",
    nouns=[
        Noun(
            routers=routers,
            consumes={"exits": [exit_noticed], "deletions": deletions_checked},
            jobs=[jobs.forget, administration_jobs.forget_unverified, handles_jobs.introduce_users],
            tasks=[
                *(jobs.answer_requests, jobs.send_mails, jobs.send_sms, jobs.announce_revocations),
                kyc_jobs.remove_documents,
            ],
            proposals=(GRANT,),
            gauges={STUCK: stuck},
        )
    ],
    metadata=Base.metadata,
    settings=Settings,
    startup=keys.ensure_signing_key,
    storage=True,
    fleet_key=True,
)
