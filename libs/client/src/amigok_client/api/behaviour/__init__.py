from .read_activity import read_activity as read_activity
from .read_funnel import read_funnel as read_funnel
from .read_retention import read_retention as read_retention
