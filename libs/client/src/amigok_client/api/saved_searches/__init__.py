from .list_saved_searches import list_saved_searches as list_saved_searches
from .remove_search import remove_search as remove_search
from .save_search import save_search as save_search
