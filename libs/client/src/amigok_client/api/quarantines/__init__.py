from .end_quarantine import end_quarantine as end_quarantine
from .list_quarantines import list_quarantines as list_quarantines
from .start_quarantine import start_quarantine as start_quarantine
