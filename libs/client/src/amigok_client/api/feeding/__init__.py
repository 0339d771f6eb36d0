from .read_history import read_history as read_history
from .read_schedule import read_schedule as read_schedule
