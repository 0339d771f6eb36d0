from .acknowledge_command import acknowledge_command as acknowledge_command
from .cancel_command import cancel_command as cancel_command
from .give_command import give_command as give_command
from .list_commands import list_commands as list_commands
from .take_commands import take_commands as take_commands
