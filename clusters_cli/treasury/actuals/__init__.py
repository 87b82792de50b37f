"""What really happened: a bank's file or the accounts read, matched with the plan, compared, and planned anew."""
