"""What payment has settled, stated every hour, so that the wallet can compare its ledger."""
