from .add_area import add_area as add_area
from .change_area import change_area as change_area
from .drop_area import drop_area as drop_area
from .list_areas import list_areas as list_areas
from .place_livestock import place_livestock as place_livestock
