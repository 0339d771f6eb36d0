"""What happens to animals costs their owners something, or is paid to them."""
