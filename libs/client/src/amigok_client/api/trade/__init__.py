from .list_orders import list_orders as list_orders
from .read_listing_statistics import read_listing_statistics as read_listing_statistics
from .read_statistics import read_statistics as read_statistics
