from .add_entry_photo import add_entry_photo as add_entry_photo
from .list_entry_photos import list_entry_photos as list_entry_photos
from .read_entry_photo import read_entry_photo as read_entry_photo
from .remove_entry_photo import remove_entry_photo as remove_entry_photo
