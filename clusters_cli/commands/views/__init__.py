"""From a room's result to a report: which columns, which notes, which data."""
