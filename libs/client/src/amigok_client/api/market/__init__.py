from .browse_market import browse_market as browse_market
from .read_listing import read_listing as read_listing
