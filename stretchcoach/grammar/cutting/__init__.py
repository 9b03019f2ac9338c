"""A saying cut into its clauses, and what is left out of it: false starts, asides, reasons, where and since when."""
