"""What becomes of an animal whose price is taken back by the payer's bank."""
