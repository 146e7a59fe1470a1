"""Whether what a brief says is what its sources say.

`briefs` holds a brief against its articles; `wording`, which loads no analysis, against its own footnotes.
"""
