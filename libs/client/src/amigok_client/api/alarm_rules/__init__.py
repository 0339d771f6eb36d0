from .add_alarm_rule import add_alarm_rule as add_alarm_rule
from .change_alarm_rule import change_alarm_rule as change_alarm_rule
from .list_alarm_rules import list_alarm_rules as list_alarm_rules
from .read_alarm_rule import read_alarm_rule as read_alarm_rule
from .retire_alarm_rule import retire_alarm_rule as retire_alarm_rule
