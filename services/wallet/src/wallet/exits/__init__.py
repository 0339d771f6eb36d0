"""One policy for all that leaves a user's control: transfers, withdrawals, purchases, charges of saved cards."""
