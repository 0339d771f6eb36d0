"""All that identity knows of a user, for that user."""
