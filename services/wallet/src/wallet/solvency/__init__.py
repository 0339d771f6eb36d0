"""Proofs of liabilities: what the platform owes its users is published daily, and each can check their part in it."""
