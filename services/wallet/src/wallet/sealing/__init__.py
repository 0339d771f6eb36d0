"""Transfers sealed into a chain that shows when what was posted is changed, missing or slipped in later."""
