"""Quarantines of whole farms."""
