from .list_orders import list_orders as list_orders
from .read_statistics import read_statistics as read_statistics
