from .change_task_rule import change_task_rule as change_task_rule
from .complete_task import complete_task as complete_task
from .list_task_rules import list_task_rules as list_task_rules
from .list_tasks import list_tasks as list_tasks
