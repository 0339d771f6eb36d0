"""The end of a wallet: what is in the way of deleting its owner, and what is left of deleted people."""
