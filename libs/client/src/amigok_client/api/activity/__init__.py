from .list_my_activity import list_my_activity as list_my_activity
