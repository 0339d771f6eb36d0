from .list_transactions import list_transactions as list_transactions
from .read_balance import read_balance as read_balance
from .read_statement import read_statement as read_statement
from .read_wallet import read_wallet as read_wallet
