"""The commands of `digest`, one a file, each named as it is called; `cli` imports the one that is."""
