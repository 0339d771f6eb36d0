from .delete_user import delete_user as delete_user
from .read_deletion import read_deletion as read_deletion
