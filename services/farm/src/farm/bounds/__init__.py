"""What animals of a type do by nature; beyond it one person's word is not enough."""
