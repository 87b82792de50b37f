"""May a cluster receive this aid: dated parameters, aid regimes, rules and verdict."""
