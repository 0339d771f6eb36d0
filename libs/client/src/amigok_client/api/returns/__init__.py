from .explain_financial import explain_financial as explain_financial
from .list_holdings import list_holdings as list_holdings
from .read_profit_and_loss import read_profit_and_loss as read_profit_and_loss
from .read_roi import read_roi as read_roi
from .read_tax_statement import read_tax_statement as read_tax_statement
