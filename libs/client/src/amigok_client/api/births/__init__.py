from .confirm_birth import confirm_birth as confirm_birth
from .list_births import list_births as list_births
from .propose_birth import propose_birth as propose_birth
from .record_birth import record_birth as record_birth
