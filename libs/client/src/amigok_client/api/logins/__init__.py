from .complete_login import complete_login as complete_login
from .login import login as login
