"""``clusters init``."""
