from .receive_paypal import receive_paypal as receive_paypal
from .receive_stripe import receive_stripe as receive_stripe
