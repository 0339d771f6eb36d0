from .read_exits import read_exits as read_exits
from .resume_exits import resume_exits as resume_exits
from .stop_exits import stop_exits as stop_exits
