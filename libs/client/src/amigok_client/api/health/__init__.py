from .list_due_health import list_due_health as list_due_health
from .list_health_records import list_health_records as list_health_records
from .propose_health import propose_health as propose_health
from .record_health import record_health as record_health
