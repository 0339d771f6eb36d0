from .cancel_contest import cancel_contest as cancel_contest
from .end_contest import end_contest as end_contest
from .open_contest import open_contest as open_contest
from .start_contest import start_contest as start_contest
