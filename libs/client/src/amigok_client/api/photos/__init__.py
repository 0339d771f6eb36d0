from .add_photo import add_photo as add_photo
from .choose_cover import choose_cover as choose_cover
from .list_photos import list_photos as list_photos
from .read_photo import read_photo as read_photo
from .remove_photo import remove_photo as remove_photo
