from .list_movements import list_movements as list_movements
from .move_livestock import move_livestock as move_livestock
