"""The de minimis account of an undertaking."""
