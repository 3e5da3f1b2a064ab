"""Inputs that are invalid, unusual or hostile, and what must become of each."""
