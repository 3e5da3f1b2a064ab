"""The MkDocs plugin and its adapters to MkDocs and Material, one task per module."""
