from .end_other_sessions import end_other_sessions as end_other_sessions
from .end_session import end_session as end_session
from .list_sessions import list_sessions as list_sessions
from .logout_session import logout_session as logout_session
from .refresh_session import refresh_session as refresh_session
