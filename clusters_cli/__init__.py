"""Maturity, aid eligibility and cash advance of French business clusters."""

__version__ = "0.1.0"
