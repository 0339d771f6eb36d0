"""How a run of a report moves."""

from amigok_chassis.machine import Machine, step

RUNS = Machine(
    "report_runs",
    states=("asked", "making", "ready", "failed", "cancelled", "expired"),
    steps={
        "ask": step(None, to="asked", by="owner schedule"),
        "make": step("asked", "making", to="making", by="worker"),
        "finish": step("making", to="ready", by="worker", then=["analytics.report.ready"]),
        "fail": step("asked", "making", to="failed", by="worker", then=["analytics.report.failed"]),
        "cancel": step("asked", "making", to="cancelled", by="owner"),
        "expire": step("ready", to="expired", by="time"),
    },
    meanings={
        "making": "Rows are read and written; so many of `rows_total` are done.",
        "ready": "The file can be downloaded until `kept_until`.",
    },
)
