"""Ways to pay that a provider keeps for a user. Here are only its id of the customer and of the one preferred."""
