from .add_staff import add_staff as add_staff
from .list_staff import list_staff as list_staff
from .remove_staff import remove_staff as remove_staff
