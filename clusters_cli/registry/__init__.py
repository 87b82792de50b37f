"""What is known: the models of the registry, its reading, its checks and the questions one asks it."""
