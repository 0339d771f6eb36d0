from .list_differences import list_differences as list_differences
from .list_settlements import list_settlements as list_settlements
