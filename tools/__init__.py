"""Scripts that keep files made from other files."""
