"""Who people really are: the documents that they submit, and what administrators decide."""

from amigok_chassis.service import Noun
from identity.kyc import api, jobs
from identity.kyc.machine import PROOFS

noun = Noun(routers=[api.router, api.admin], jobs=[jobs.remove_documents], machines=[PROOFS])
