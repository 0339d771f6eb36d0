"""Payments that a payer's bank takes back, for now or for good."""
