from .add_shop_item import add_shop_item as add_shop_item
from .buy_shop_item import buy_shop_item as buy_shop_item
from .change_shop_item import change_shop_item as change_shop_item
from .list_all_shop_items import list_all_shop_items as list_all_shop_items
from .list_purchases import list_purchases as list_purchases
from .list_shop_items import list_shop_items as list_shop_items
from .retire_shop_item import retire_shop_item as retire_shop_item
from .wear_shop import wear_shop as wear_shop
