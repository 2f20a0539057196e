"""Reasons in words, German and English."""

from __future__ import annotations

from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.text import Language
from quellenlage.rendering.phrases import shown

_WORDS: dict[ReasonKind, tuple[str, str]] = {
    ReasonKind.MEANING: ("Nähe der Bedeutung {0}", "nearness in meaning {0}"),
    ReasonKind.SAME_FIGURE: ("gleiche Zahl: {0}", "same figure: {0}"),
    ReasonKind.SAME_THING: ("beide nennen: {0}", "both name: {0}"),
    ReasonKind.SAME_TIME: ("gleiche Zeit: {0}", "same time: {0}"),
    ReasonKind.SAME_SPEAKER: ("beide von: {0}", "both by: {0}"),
    ReasonKind.OTHER_FIGURE: ("andere Zahl: {0} / {1}", "another figure: {0} / {1}"),
    ReasonKind.OTHER_THING: ("anderes genannt: {0} / {1}", "other things named: {0} / {1}"),
    ReasonKind.OTHER_TIME: ("andere Zeit: {0} / {1}", "another time: {0} / {1}"),
    ReasonKind.OTHER_MEASURE: ("anderes gemessen: {0} / {1}", "another measure: {0} / {1}"),
    ReasonKind.DENIAL: ("eine bestreitet die andere: {0}", "one denies the other: {0}"),
    ReasonKind.OPPOSES: ("{0} stellt es anders dar", "{0} tells it otherwise"),
    ReasonKind.REFERS_BACK: ("bezieht sich zurück: {0}", "refers back: {0}"),
    ReasonKind.SHARED_WORDS: ("{0} gleiche Wörter außerhalb von Zitaten", "{0} words in common outside quotations"),
    ReasonKind.CREDITS: ("{0} nennt {1} als Quelle des Textes", "{0} credits the text to {1}"),
    ReasonKind.LACKS_CREDIT: ("Text von {1}, von {0} nicht gekennzeichnet", "text of {1}, not credited by {0}"),
    ReasonKind.CITES: ("{0} beruft sich auf {1}", "{0} cites {1}"),
    ReasonKind.EARLIER: ("{0} war früher ({1}) als {2} ({3})", "{0} was earlier ({1}) than {2} ({3})"),
    ReasonKind.CONTAINS: ("{0} hat den längeren Text, {1} den gekürzten", "{0} has the longer text, {1} the cut one"),
    ReasonKind.LATER_VERSION: ("spätere Fassung von {0}", "later version by {0}"),
    ReasonKind.SAME_NAME: ("gleicher Name: {0}", "same name: {0}"),
    ReasonKind.SPEAKS_FOR: ("{0} spricht für: {1}", "{0} speaks for: {1}"),
    ReasonKind.AUTHOR_OF: ("{0} hat verfasst: {1}", "{0} is the author of: {1}"),
    ReasonKind.NAMED_IN_FULL: (
        "{0} ist im selben Artikel genannt als: {1}",
        "{0} is in the same article named as: {1}",
    ),
    ReasonKind.MAY_MEAN: (
        "{0}: gemeint ist wohl {1}, sicher ist es nicht",
        "{0}: probably means {1}, which is not certain",
    ),
    ReasonKind.SAME_UNNAMED: (
        "dieselbe ungenannte Quelle, zuerst bei: {0}",
        "the same unnamed source, first published by: {0}",
    ),
    ReasonKind.PASSED_ON: ("{0} gibt weiter, was von {1} kommt", "{0} passes on what comes from {1}"),
    ReasonKind.SAME_WORDS: ("mit denselben Worten zitiert: {0} / {1}", "quoted with the same words: {0} / {1}"),
    ReasonKind.COPIED: ("Text übernommen von: {0}", "text copied from: {0}"),
    ReasonKind.SAME_ARTICLE: (
        "im selben Artikel ohne andere Quelle gesagt: {0}",
        "said in the same article with no other source: {0}",
    ),
    ReasonKind.SUMS_UP: (
        "die Überschrift von {0} fasst den Text darunter zusammen",
        "the headline of {0} sums up the text below",
    ),
    ReasonKind.SECOND_HAND: (
        "{0} sagt nicht, dass es selbst mit {1} gesprochen hat; andere hatten davon schon berichtet",
        "{0} does not say that it spoke to {1} itself; others had told of it before",
    ),
    ReasonKind.LIKELY_ONE: (
        "nach allem, was über sie gesagt ist, wohl eine Quelle: {0} / {1} ({2})",
        "by all that is told of them most likely one source: {0} / {1} ({2})",
    ),
    ReasonKind.NOBODY_NAMED: (
        "{0} nennt niemanden für das, was andere schon gesagt hatten",
        "{0} names nobody for what others had said before",
    ),
    ReasonKind.OWN_REPORTING: ("eigene Beobachtung von {0}", "own reporting of {0}"),
    ReasonKind.CIRCLE: ("berufen sich im Kreis aufeinander: {all}", "cite each other in a circle: {all}"),
    ReasonKind.PERHAPS_ONE: ("vielleicht dieselben: {0} / {1}", "perhaps the same: {0} / {1}"),
}


def reason_phrase(reason: Reason, language: Language) -> str:
    """A reason in words: "same figure: 22.000 Fahrzeuge"."""
    german, english = _WORDS[reason.kind]
    somebody = "jemand" if language is Language.GERMAN else "somebody"
    names = [shown(name) or somebody for name in reason.told]
    return (german if language is Language.GERMAN else english).format(*names, all=", ".join(names))
