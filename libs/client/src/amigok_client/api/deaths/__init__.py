from .confirm_death import confirm_death as confirm_death
from .get_death import get_death as get_death
from .report_death import report_death as report_death
