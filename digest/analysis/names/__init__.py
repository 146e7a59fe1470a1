"""Names, the people, organisations and places of a story; one question a file beside this one."""

from digest.analysis.names.candidates import CAPITALISED
from digest.analysis.names.find import find_names
from digest.analysis.names.gazetteer import PLACES
from digest.analysis.names.name import Name, Names

__all__ = ["CAPITALISED", "PLACES", "Name", "Names", "find_names"]
