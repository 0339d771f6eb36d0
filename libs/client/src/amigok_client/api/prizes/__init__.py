from .list_my_prizes import list_my_prizes as list_my_prizes
from .list_prizes import list_prizes as list_prizes
from .show_prize_code import show_prize_code as show_prize_code
