"""What happened in a wallet: lists, balances at a time, statements to keep."""
