from .ask_address import ask_address as ask_address
from .confirm_address import confirm_address as confirm_address
