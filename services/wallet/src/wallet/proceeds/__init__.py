"""What new sellers earn from orders that were paid by card: it waits, for the payment may be disputed."""
