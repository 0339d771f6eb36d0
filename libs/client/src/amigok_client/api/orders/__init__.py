from .buy_order import buy_order as buy_order
from .cancel_order import cancel_order as cancel_order
from .list_my_orders import list_my_orders as list_my_orders
from .list_orders import list_orders as list_orders
from .read_order import read_order as read_order
