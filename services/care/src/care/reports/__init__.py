"""Reports of care: what was found and done, with photos, documents, follow-ups and a PDF for the owner."""

from amigok_chassis.service import Noun
from care.reports import api, jobs

noun = Noun(routers=[api.router], pollers=[jobs.make_care_report])
