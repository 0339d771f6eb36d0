"""How a user comes to another e-mail address."""
