from .list_seasons import list_seasons as list_seasons
