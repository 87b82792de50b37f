"""How mature a cluster is: criteria, classes, evidence and diagnosis."""
