from .list_my_listings import list_my_listings as list_my_listings
from .offer_own_listing import offer_own_listing as offer_own_listing
from .offer_platform_listing import offer_platform_listing as offer_platform_listing
from .read_fee import read_fee as read_fee
from .remove_any_listing import remove_any_listing as remove_any_listing
from .remove_own_listing import remove_own_listing as remove_own_listing
