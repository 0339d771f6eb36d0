from .admit_participant import admit_participant as admit_participant
from .enter_contest import enter_contest as enter_contest
from .list_my_contests import list_my_contests as list_my_contests
from .list_participants import list_participants as list_participants
from .refuse_participant import refuse_participant as refuse_participant
from .withdraw_entry import withdraw_entry as withdraw_entry
