"""Who people really are: the documents that they submit, and what administrators decide."""

from amigok_chassis.service import Noun
from identity.kyc import api, jobs

noun = Noun(routers=[api.router, api.admin], tasks=[jobs.remove_documents])
