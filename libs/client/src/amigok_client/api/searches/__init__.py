from .list_similar import list_similar as list_similar
from .list_suggestions import list_suggestions as list_suggestions
from .search import search as search
