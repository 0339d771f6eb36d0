"""What strangers ask for an address, kept until an errand answers it by mail: asking is the same for every address."""
