from .list_my_listings import list_my_listings as list_my_listings
from .list_own_listing import list_own_listing as list_own_listing
from .list_platform_listing import list_platform_listing as list_platform_listing
from .read_fee import read_fee as read_fee
from .remove_any_listing import remove_any_listing as remove_any_listing
from .remove_own_listing import remove_own_listing as remove_own_listing
