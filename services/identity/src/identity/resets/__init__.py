"""How a user comes to another password: by a mail, or by the one they have."""
