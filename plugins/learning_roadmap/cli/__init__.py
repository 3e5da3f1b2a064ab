"""The commands of `roadmap`, one family a file."""
