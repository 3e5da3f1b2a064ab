"""Random and mutated inputs: `make fuzz`."""
