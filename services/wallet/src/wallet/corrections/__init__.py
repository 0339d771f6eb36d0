"""What administrators change in the ledger by hand: one proposes, another decides."""
