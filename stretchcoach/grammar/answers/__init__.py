"""Answers to a question: *yes*, *no*, *not sure*, a number, a leg, and who cannot make up their mind."""
