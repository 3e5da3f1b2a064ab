"""Merged learning roadmaps: documents in, one data file, and from it a site, a guide and JSON."""

__version__ = "0.1.0"
