"""What the MkDocs plugin needs of MkDocs and of Material: one matter a file."""
