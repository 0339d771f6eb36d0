"""The Prometheus metrics of every process."""

from collections.abc import Iterable

from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Histogram(
    "amigok_http_request_seconds",
    "Time to answer, by route",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
PUBLISHED = Counter("amigok_events_published", "Events that the broker confirmed", ["type"])
CONSUMED = Counter("amigok_events_consumed", "Messages by what became of them", ["queue", "outcome"])
UNPUBLISHED_AGE = Gauge("amigok_outbox_oldest_seconds", "Age of the oldest event not yet published")
STUCK = Gauge("amigok_stuck", "Processes that should have ended by now")
DIFFERENCES = Gauge("amigok_differences", "What did not add up when it was last proven")
PROPOSALS_OPEN = Gauge("amigok_proposals_open", "Proposals that wait for a second person")
JOB_FAILURES = Counter("amigok_job_failures", "Jobs, tasks and pollers' steps that raised", ["name"])
CONTROL_UNREACHABLE = Gauge("amigok_control_unreachable", "Whether Redis was out of reach at the last try")

OUTCOMES = ("handled", "duplicate", "postponed", "dead")
"""What may become of a message."""


def begin(*, queues: Iterable[str], work: Iterable[str], events: Iterable[str]) -> None:
    """Shows a worker's counters as 0 before anything happens: Prometheus sees no increase to the first value it reads.

    `work` are the names of its jobs, tasks and pollers, `events` the types that it publishes.
    """
    for queue in queues:
        for outcome in OUTCOMES:
            CONSUMED.labels(queue, outcome)
    for name in work:
        JOB_FAILURES.labels(name)
    for kind in events:
        PUBLISHED.labels(kind)
