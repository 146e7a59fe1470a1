"""The site: which briefs are public, the pages that list them, and the MkDocs plugin."""
