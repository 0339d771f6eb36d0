from .list_sales import list_sales as list_sales
from .read_prices import read_prices as read_prices
