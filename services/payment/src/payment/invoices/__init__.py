"""Invoices: numbered without gaps, never changed, each with a PDF that can be made anew at any time (ADR 19)."""
