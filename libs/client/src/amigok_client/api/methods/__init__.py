from .forget_method import forget_method as forget_method
from .list_saved_methods import list_saved_methods as list_saved_methods
from .prefer_method import prefer_method as prefer_method
from .save_method import save_method as save_method
