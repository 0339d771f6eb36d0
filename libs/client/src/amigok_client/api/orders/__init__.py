from .buy_order import buy_order as buy_order
from .cancel_order import cancel_order as cancel_order
from .confirm_receipt import confirm_receipt as confirm_receipt
from .list_my_orders import list_my_orders as list_my_orders
from .list_my_sales import list_my_sales as list_my_sales
from .read_order import read_order as read_order
