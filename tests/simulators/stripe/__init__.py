"""Stripe: `localstripe` behind a door of ours."""
