from .list_feeding_tasks import list_feeding_tasks as list_feeding_tasks
from .log_feeding import log_feeding as log_feeding
from .log_feedings import log_feedings as log_feedings
