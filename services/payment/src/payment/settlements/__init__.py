"""Settlements: each day, what moved at a provider is compared with what payment knows."""
