from amigok_chassis.metrics import STUCK
from amigok_chassis.service import Service
from identity import api, jobs, keys
from identity.activity import api as activity
from identity.addresses import api as addresses
from identity.administration import api as administration
from identity.administration import jobs as administration_jobs
from identity.administration.roles import GRANT
from identity.deletions import api as deletions
from identity.deletions.handlers import deletions_checked
from identity.deletions.service import stuck
from identity.devices import api as devices
from identity.export import api as export
from identity.handles import jobs as handles_jobs
from identity.kyc import api as kyc
from identity.kyc import jobs as kyc_jobs
from identity.models import Base
from identity.notices.handlers import exit_noticed
from identity.passkeys import api as passkeys
from identity.phones import api as phones
from identity.preferences import api as preferences
from identity.resets import api as resets
from identity.settings import Settings
from identity.two_factor import api as two_factor

service = Service(
    name="identity",
    routers=[
        *(api.router, api.well_known, resets.router, addresses.router, phones.router, devices.router),
        *(two_factor.router, passkeys.router, kyc.router, kyc.admin, preferences.router, export.router),
        *(administration.router, administration.admin, deletions.admin, activity.router),
    ],
    consumes={"exits": [exit_noticed], "deletions": deletions_checked},
    jobs=[jobs.forget, administration_jobs.forget_unverified, handles_jobs.introduce_users],
    errands=[
        *(jobs.answer_requests, jobs.send_mails, jobs.send_sms, jobs.announce_revocations),
        kyc_jobs.remove_documents,
    ],
    metadata=Base.metadata,
    proposals=(GRANT,),
    gauges={STUCK: stuck},
    settings=Settings,
    startup=keys.ensure_signing_key,
    storage=True,
    fleet_key=True,
)
