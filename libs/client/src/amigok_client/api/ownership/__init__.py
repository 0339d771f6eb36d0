from .list_owners import list_owners as list_owners
