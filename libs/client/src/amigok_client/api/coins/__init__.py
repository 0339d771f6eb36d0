from .list_coins import list_coins as list_coins
