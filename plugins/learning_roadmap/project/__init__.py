"""The project around the data file: its list of documents, its paths and its cache."""
