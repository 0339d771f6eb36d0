"""Payouts: withdrawals that administrators let go, paid out by a provider."""
