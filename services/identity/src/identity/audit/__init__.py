"""What administrators did, in a chain that shows when an entry was changed or is missing."""
