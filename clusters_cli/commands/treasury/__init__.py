"""``clusters treasury``: the cash plan of a whole organisation."""
