"""What is wrong with an input, in words, German and English."""

from __future__ import annotations

from quellenlage.faults import Fault, FaultKind
from quellenlage.model.text import Language
from quellenlage.rendering.phrases import shown

_SAVE_IT = "öffnen Sie die Seite im Browser, speichern Sie sie und geben Sie die Datei an"
_ONE_PAGE = "geben Sie die Seite eines einzelnen Artikels an"
_ITS_TEXT = "fügen Sie nur den Text des Artikels hinzu"
_BLOCKS = 'nötig ist {{"blocks": ["…", …]}}'
_GERMAN = {
    FaultKind.NOT_THERE: "gibt es nicht; prüfen Sie den Pfad",
    FaultKind.DIRECTORY: "ist ein Ordner; nennen Sie die Dateien darin",
    FaultKind.FORBIDDEN: "darf nicht gelesen werden; prüfen Sie die Rechte der Datei",
    FaultKind.UNOPENED: "lässt sich nicht öffnen ({0}); prüfen Sie den Pfad",
    FaultKind.EMPTY: "ist leer; geben Sie eine Seite mit Inhalt an",
    FaultKind.BINARY: "ist kein Text; geben Sie eine Webseite, reinen Text oder Blöcke als JSON an",
    FaultKind.TOO_LARGE: "ist größer als {0} MB; geben Sie eine einzelne Seite an",
    FaultKind.DAMAGED_GZIP: "ist beschädigt (gzip); laden oder speichern Sie die Seite noch einmal",
    FaultKind.NO_JSON: f"ist kein gültiges JSON; {_BLOCKS}",
    FaultKind.NO_BLOCKS: f'hat unter "blocks" keine Liste von Texten; {_BLOCKS}',
    FaultKind.UNREACHABLE: "lässt sich nicht abrufen ({0}); prüfen Sie die Adresse",
    FaultKind.REFUSED: f"der Server hat mit {{0}} {{1}} geantwortet; {_SAVE_IT}",
    FaultKind.REDIRECTS: "leitet mehr als {0} Mal weiter; geben Sie die endgültige Adresse an",
    FaultKind.NO_ADDRESS: "führt zu {0}, und das ist keine Adresse einer Seite; geben Sie die endgültige Adresse an",
    FaultKind.ROBOTS: f"{{0}} bittet Programme, die Seite nicht abzurufen (robots.txt); {_SAVE_IT}",
    FaultKind.NO_PAGE: "ist keine Seite, sondern {0}; geben Sie die Adresse eines Artikels an",
    FaultKind.NO_TYPE: "ist von unbekannter Art und keine Seite; geben Sie die Adresse eines Artikels an",
    FaultKind.SLOW: f"braucht länger als {{0}} Sekunden; versuchen Sie es noch einmal, oder {_SAVE_IT}",
    FaultKind.NO_CONTENT: f"ist leer; {_SAVE_IT}",
    FaultKind.DOWNLOAD_TOO_LARGE: "ist größer als {0} MB; speichern Sie nur den Artikel und geben Sie die Datei an",
    FaultKind.NO_TEXT: "hat keinen Fließtext, der ein Artikel sein könnte; geben Sie den Text eines Artikels an",
    FaultKind.NO_BODY: f"hat keinen Fließtext, der ein Artikel sein könnte; {_ONE_PAGE}",
    FaultKind.HARDLY_TEXT: f"hat kaum Fließtext; {_ONE_PAGE}",
    FaultKind.ERROR_PAGE: f"ist eine Fehlerseite; {_ONE_PAGE}",
    FaultKind.CONSENT: f"fragt nach einer Einwilligung, statt einen Artikel zu zeigen; {_ONE_PAGE}",
    FaultKind.LIST: f"ist eine Liste von Artikeln; {_ONE_PAGE}",
    FaultKind.TOO_LONG: f"hat {{0}} Zeichen Text, mehr als jeder Artikel; {_ONE_PAGE}",
    FaultKind.NO_MARKUP: "hat keinen lesbaren Seitenaufbau; speichern Sie die Seite noch einmal",
    FaultKind.TOO_DEEP: "ist zu tief verschachtelt; speichern Sie stattdessen den Text der Seite als .txt",
    FaultKind.LANGUAGE_UNTOLD: "ist in einer Sprache, die sich nicht erkennen lässt; wählen Sie Deutsch oder Englisch",
    FaultKind.LANGUAGE_UNSPOKEN: "ist in der Sprache „{0}“; gelesen werden nur Deutsch (de) und Englisch (en)",
    FaultKind.TOOK_LONG: f"braucht länger als {{0}} Sekunden zum Lesen; {_ITS_TEXT}",
    FaultKind.ENDED_READER: f"hat den Prozess beendet, der die Seite las; {_ITS_TEXT}",
    FaultKind.STUMBLED: "hat dieses Programm stolpern lassen ({0}); bitte melden Sie das zusammen mit der Seite",
    FaultKind.ENDED_PROGRAM: "hat das Programm jedes Mal beendet, wenn es gelesen wurde; lassen Sie es weg",
    FaultKind.UNEXPECTED: "{0}",
}


def fault_phrase(fault: Fault, language: Language) -> str:
    """A fault in words: "is larger than 50 MB; give a single page"."""
    if language is Language.ENGLISH:
        return shown(fault.words)
    return _GERMAN[fault.kind].format(*map(shown, fault.names))
