from .deposit import deposit as deposit
from .list_deposits import list_deposits as list_deposits
