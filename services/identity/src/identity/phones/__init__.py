"""How a user proves a phone number: a code goes there by SMS and comes back."""
