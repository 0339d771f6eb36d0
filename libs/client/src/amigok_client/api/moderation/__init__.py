from .appeal_takedown import appeal_takedown as appeal_takedown
from .decide_takedown import decide_takedown as decide_takedown
from .list_my_takedowns import list_my_takedowns as list_my_takedowns
from .list_reported_listings import list_reported_listings as list_reported_listings
from .list_takedowns import list_takedowns as list_takedowns
from .report_listing import report_listing as report_listing
from .review_listing import review_listing as review_listing
