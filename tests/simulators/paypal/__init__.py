"""PayPal's double: the part of its API that the fleet uses."""
