from .add_challenge import add_challenge as add_challenge
from .change_challenge import change_challenge as change_challenge
from .join_challenge import join_challenge as join_challenge
from .list_all_challenges import list_all_challenges as list_all_challenges
from .list_challenges import list_challenges as list_challenges
from .retire_challenge import retire_challenge as retire_challenge
