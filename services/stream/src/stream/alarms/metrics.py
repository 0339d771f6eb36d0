"""What is shown of alarms."""

from prometheus_client import Gauge

UNACKNOWLEDGED = Gauge("amigok_alarms_unacknowledged", "Open alarms of sensors that nobody has acknowledged")
