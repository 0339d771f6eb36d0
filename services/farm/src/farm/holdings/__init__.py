"""How much keeps a person from being deleted: the animals they own, and what they have asked to take out."""
