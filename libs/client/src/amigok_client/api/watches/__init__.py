from .list_my_watches import list_my_watches as list_my_watches
from .unwatch_listing import unwatch_listing as unwatch_listing
from .watch_listing import watch_listing as watch_listing
