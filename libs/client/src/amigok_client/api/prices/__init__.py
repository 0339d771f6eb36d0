from .change_price import change_price as change_price
from .list_prices import list_prices as list_prices
