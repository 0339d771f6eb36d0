"""Whether figures agree with the ledger: each statement of books is compared with the facts of the same time."""

from prometheus_client import Gauge

from amigok_chassis.service import Noun
from analytics.agreement import api, handlers, jobs, service

DIFFERENCES = Gauge("amigok_analytics_differences", "Amounts in which figures differ from the books of services")

noun = Noun(
    routers=[api.admin],
    consumes={"books": handlers.books_stated},
    jobs=[jobs.forget_statements],
    pollers=[jobs.compare_books],
    gauges={DIFFERENCES: service.told},
)
