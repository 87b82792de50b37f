"""What must be true of a registry beyond the shape of its entries."""
