from .list_popular import list_popular as list_popular
