from .add_contest import add_contest as add_contest
from .change_contest import change_contest as change_contest
from .list_all_contests import list_all_contests as list_all_contests
from .list_contests import list_contests as list_contests
from .read_any_contest import read_any_contest as read_any_contest
from .read_any_contest_rules import read_any_contest_rules as read_any_contest_rules
from .read_contest import read_contest as read_contest
from .read_contest_rules import read_contest_rules as read_contest_rules
