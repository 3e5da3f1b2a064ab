"""Pages, the plugin and the macros."""
