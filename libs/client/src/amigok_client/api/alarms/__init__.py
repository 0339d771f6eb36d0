from .acknowledge_alarm import acknowledge_alarm as acknowledge_alarm
from .count_alarms import count_alarms as count_alarms
from .list_alarms import list_alarms as list_alarms
from .read_alarm import read_alarm as read_alarm
