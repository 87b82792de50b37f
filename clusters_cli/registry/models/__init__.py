"""What the registry's files hold: one module for each file or each thing that several files speak of."""
