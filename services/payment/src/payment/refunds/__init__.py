"""Refunds: parts of a payment that go back, to where they came from or into the wallet."""
