"""Everything that a registry holds can be seen: a change of any leaf changes what the command of its kind prints."""
