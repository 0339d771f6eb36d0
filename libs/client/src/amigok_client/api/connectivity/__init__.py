from .list_health import list_health as list_health
from .report_health import report_health as report_health
from .send_heartbeat import send_heartbeat as send_heartbeat
from .stream_list_absences import stream_list_absences as stream_list_absences
