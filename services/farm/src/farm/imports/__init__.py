"""Animals by the thousand: CSV files in, with a report for each row, and CSV files out."""

from amigok_chassis.service import Noun
from farm.imports import api, jobs

noun = Noun(routers=[api.admin], jobs=[jobs.forget_imports], pollers=[jobs.process_import])
