"""Disputes: payments that the payer's bank takes back, for now or for good."""
