"""Inputs that nobody thought of: `make fuzz`."""
