"""The words that the program itself puts on a page, in German and English. One table, one function."""

from __future__ import annotations

from quellenlage.model.text import Language

_TABLE: dict[str, tuple[str, str]] = {
    "kind.direct": ("wörtlich", "direct"),
    "kind.indirect": ("indirekt", "indirect"),
    "kind.mixed": ("teils wörtlich", "partly quoted"),
    "kind.reported": ("zusammengefasst", "summarised"),
    "class.person": ("Person", "person"),
    "class.organisation": ("Organisation", "organisation"),
    "class.outlet": ("Medium", "outlet"),
    "class.document": ("Dokument", "document"),
    "class.group": ("Gruppe", "group"),
    "class.unnamed": ("ungenannt", "unnamed"),
    "class.none": ("niemand genannt", "nobody named"),
    "certainty.certain": ("als sicher gesagt", "said as certain"),
    "certainty.probable": ("als wahrscheinlich gesagt", "said as probable"),
    "certainty.possible": ("als möglich gesagt", "said as possible"),
    "certainty.unknown": ("offen gelassen", "left open"),
    "distance.neutral": ("neutral wiedergegeben", "reported neutrally"),
    "distance.distancing": ("mit Abstand wiedergegeben", "reported at a distance"),
    "distance.endorsing": ("als Tatsache wiedergegeben", "reported as a fact"),
    "polarity.-": ("bestritten", "denied"),
    "bound.exact": ("", ""),
    "bound.about": ("etwa", "about"),
    "bound.at_least": ("mindestens", "at least"),
    "bound.at_most": ("höchstens", "at most"),
    "bound.nearly": ("fast", "nearly"),
    "basis.flow": ("Zeitraumwert", "flow"),
    "basis.total": ("laufende Summe", "running total"),
    "access.open": ("frei zugänglich", "open"),
    "access.metered": ("begrenzt frei zugänglich", "metered"),
    "access.paywalled": ("hinter einer Bezahlschranke", "paywalled"),
    "access.partial": ("nur zum Teil vorhanden", "only partly there"),
    "access.unknown": ("Zugang unbekannt", "access unknown"),
    "this_page": ("diese Seite", "this page"),
    "no_headline": ("(ohne Überschrift)", "(no headline)"),
    "no_outlet": ("Medium unbekannt", "outlet unknown"),
    "no_time": ("Zeit unbekannt", "time unknown"),
    "agencies": ("mit Agenturtext von", "with agency text from"),
    "block": ("Block", "block"),
    "statement": ("Aussage", "statement"),
    "statements": ("Aussagen", "statements"),
    "source": ("Quelle", "source"),
    "sources": ("Quellen", "sources"),
    "article": ("Artikel", "article"),
    "articles": ("Artikel", "articles"),
    "no_statements": ("keine Aussagen gefunden", "no statements found"),
    "figures": ("Zahlen", "figures"),
    "no_value": ("unbestimmt", "unspecified"),
    "model_confidence": ("Modell", "model"),
    "hedges": ("abgeschwächt durch", "hedged by"),
    "said_at": ("gesagt", "said"),
    "commitment": ("Vorhaben", "commitment"),
    "fulfilment.kept": ("laut Text gehalten", "kept, the text says"),
    "fulfilment.broken": ("laut Text nicht gehalten", "not kept, the text says"),
    "due": ("Frist", "due"),
    "no_name": ("ohne Namen", "not named"),
    "speaker": ("Wer", "Who"),
    "class": ("Art", "Class"),
    "said": ("gesagt", "said"),
    "relayed": ("weitergegeben", "relayed"),
    "how_made": (
        "Maschinell gefunden; nichts davon ist als wahr oder falsch bewertet.",
        "Found by machine; nothing here is judged true or false.",
    ),
}


def label(key: str, language: Language) -> str:
    """The words for `key`. Raises KeyError for a key that the table lacks."""
    german, english = _TABLE[key]
    return german if language is Language.GERMAN else english


def counted(number: int, noun: str, language: Language) -> str:
    """A number with its noun: "1 Aussage", "14 statements"."""
    return f"{number} {label(noun if number == 1 else noun + 's', language)}"
