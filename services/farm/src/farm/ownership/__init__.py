"""Who owned an animal when, and who may therefore not judge it."""
