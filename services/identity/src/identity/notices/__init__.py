"""What owners of accounts are told of other services' doings."""
