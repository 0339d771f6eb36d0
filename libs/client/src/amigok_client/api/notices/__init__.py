from .count_unread_notices import count_unread_notices as count_unread_notices
from .delete_notice import delete_notice as delete_notice
from .list_notices import list_notices as list_notices
from .read_all_notices import read_all_notices as read_all_notices
from .read_notice import read_notice as read_notice
