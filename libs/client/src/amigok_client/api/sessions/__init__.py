from .end_others import end_others as end_others
from .end_session import end_session as end_session
from .logout_session import logout_session as logout_session
from .refresh_session import refresh_session as refresh_session
from .show_session import show_session as show_session
