from .approve_removal import approve_removal as approve_removal
from .cancel_removal import cancel_removal as cancel_removal
from .complete_removal import complete_removal as complete_removal
from .get_removal import get_removal as get_removal
from .list_my_removals import list_my_removals as list_my_removals
from .list_removals import list_removals as list_removals
from .reject_removal import reject_removal as reject_removal
from .request_removal import request_removal as request_removal
