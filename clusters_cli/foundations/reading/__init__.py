"""Reading what people type: one reader each for amounts, counts and numbers, shares, days, and lengths of time.

Options, YAML files and application files use the same readers.  What cannot be read with certainty is refused, with
what was perhaps meant: a reader raises ``RefusedError`` with a message that names readings which it would accept.
"""
