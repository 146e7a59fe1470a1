"""Particles, the small words inside names: "Ursula von der Leyen"."""

from __future__ import annotations

from digest.text.lexicons import lexicon

_PARTS = lexicon("name_parts")
OF_PERSONS = _PARTS["particles_of_persons"]
"""Those that tell a person."""
PARTICLES = OF_PERSONS | _PARTS["particles_of_places"]
"""Those that stand nowhere but in names."""
ALL_PARTICLES = PARTICLES | _PARTS["particles_or_words"]
"""The same, and words such as "ten" that may be one."""
ANY_PARTICLE = "|".join(sorted(PARTICLES, key=lambda word: (-len(word), word)))
"""One of those that stand nowhere but in names, as a pattern."""
