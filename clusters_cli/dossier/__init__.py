"""The application file that eligibility and cash flow both read."""
