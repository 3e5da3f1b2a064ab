"""Inputs that are broken, odd or hostile, and what must become of each."""
