"""Payments: what users pay, by whatever provider, for their wallet or for an order."""
