from .cancel_withdrawal import cancel_withdrawal as cancel_withdrawal
from .decide_withdrawal import decide_withdrawal as decide_withdrawal
from .list_all_withdrawals import list_all_withdrawals as list_all_withdrawals
from .list_own_withdrawals import list_own_withdrawals as list_own_withdrawals
from .read_withdrawal import read_withdrawal as read_withdrawal
from .withdraw import withdraw as withdraw
