"""Doubles of payment providers, for machines without internet. See README.md."""
