from .list_unclaimed import list_unclaimed as list_unclaimed
