from .accept_judging import accept_judging as accept_judging
from .decline_judging import decline_judging as decline_judging
from .invite_judge import invite_judge as invite_judge
from .list_judges import list_judges as list_judges
from .list_judgings import list_judgings as list_judgings
from .remove_judge import remove_judge as remove_judge
