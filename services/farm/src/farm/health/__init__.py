"""The health of each animal: what was seen and given, what is due next, and what that keeps it from."""
