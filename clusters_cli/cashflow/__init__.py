"""When the money comes: schemes, instalments, advance, credit and portfolio."""
