"""Stripe, as far as the fleet asks it."""
