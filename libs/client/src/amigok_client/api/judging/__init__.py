from .commit_marks import commit_marks as commit_marks
from .judge_contest import judge_contest as judge_contest
from .list_blind_entries import list_blind_entries as list_blind_entries
from .list_revealed_marks import list_revealed_marks as list_revealed_marks
from .read_blind_photo import read_blind_photo as read_blind_photo
from .reveal_marks import reveal_marks as reveal_marks
