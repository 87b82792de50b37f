"""The de minimis account of an undertaking: what it received over three rolling years, and what room is left."""
