"""Signs of more than a cramp, told unasked."""
