from .read_status import read_status as read_status
