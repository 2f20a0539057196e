"""Who is meant: attributions become sources and statements, with speakers, chains and anonymity. By rules alone."""

from quellenlage.attribution.attribute import Attributed, Tags, attribute, resolve

__all__ = ["Attributed", "Tags", "attribute", "resolve"]
