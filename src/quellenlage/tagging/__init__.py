"""An article in, its attributions out: where content, cue and source stand, as the trained network finds them."""

from quellenlage.tagging.tagging import Tagger, load_tagger

__all__ = ["Tagger", "load_tagger"]
