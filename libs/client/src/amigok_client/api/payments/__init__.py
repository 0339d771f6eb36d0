from .cancel_payment import cancel_payment as cancel_payment
from .confirm_payment import confirm_payment as confirm_payment
from .create_payment import create_payment as create_payment
from .list_my_payments import list_my_payments as list_my_payments
from .list_payments import list_payments as list_payments
