from .show_me import show_me as show_me
