"""What strangers ask for an address, kept until a task answers it by mail: asking is the same for every address."""
