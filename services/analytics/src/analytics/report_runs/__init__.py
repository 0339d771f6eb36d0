"""Reports being made: in the background, with progress, as CSV, workbook or PDF."""

from amigok_chassis.service import Noun
from analytics.report_runs import api, handlers, jobs
from analytics.report_runs.machine import RUNS

noun = Noun(
    routers=[api.router],
    consumes={"people": [handlers.user_deleted]},
    jobs=[jobs.run_scheduled_reports, jobs.expire_reports],
    pollers=[jobs.make_report],
    machines=[RUNS],
)
