"""What a line of text is, by its words alone. Used for plain text, for blocks given as JSON, and inside HTML.

Every rule names what it is sure of; a line that none of them knows is running text. Sentences of an article are never
furniture: the furniture rules are tied to whole lines or to openings that no reporter writes.
"""

from __future__ import annotations

import re

_SHORT_LINE = 160

# Whole lines (after trimming and lower-casing) that pages put around articles.
_WHOLE_LINE = re.compile(
    r"""^\W*(?:
    (?:direkt\ |springen?\ (?:sie\ )?|weiter\ |zurück\ )?(?:zum|zur)\ (?:haupt)?(?:inhalt|navigation|startseite
    |seitenanfang|men[üu]|footer|anfang|suche|artikel)(?:\ (?:springen|wechseln|gehen))?
    |skip\ to(?:\ (?:the|main|primary))*\ (?:content|navigation|article)|jump\ to(?:\ main)?\ content
    |(?:zurück\ )?(?:zur|zum|nach)\ (?:startseite|übersicht|oben|anfang|homepage)|zurück|nach\ oben
    |back(?:\ to)?(?:\ (?:top|home|start|homepage|the\ top))|home(?:page)?
    |teilen|merken|drucken|kommentieren|kommentare?(?:\ \(?\d+\)?|\ lesen|\ anzeigen|\ schreiben)?|\d+\ (?:kommentare?
    |comments?)|share(?:\ this(?:\ (?:article|story|page))?)?|comments?|save|print|copy\ link|link\ kopieren|listen
    |vorlesen|anhören|e-?mail|whats-?app|facebook|twitter|x|telegram|pinterest|reddit
    |artikel\ (?:teilen|merken|drucken|anhören|vorlesen|versenden|speichern|verschenken|kommentieren)|auf\ (?:facebook
    |twitter|whatsapp|x)\ teilen
    |anzeige|werbung|advertise?ments?|sponsored|ad|article\ continues\ (?:below|after)(?:\ (?:this\ )?ad\w*)?
    |story\ continues\ below.{0,30}
    |(?:mehr|more)(?:\ (?:lesen|laden|anzeigen|erfahren|dazu|zum\ thema|infos|informationen|news|stories
    |zu\ diesem\ thema|from\ .{2,30}|on\ this(?:\ (?:topic|story))?|aus\ .{2,30}|in\ .{2,20}))?
    |(?:lesen\ sie\ (?:auch|mehr|hier|dazu).{0,12}|auch\ interessant|das\ könnte\ (?:sie|dich)\ auch\ interessieren
    |weitere\ (?:artikel|themen|meldungen|nachrichten|beiträge)|zum\ thema|auf\ dieser\ seite|inhalt(?:sverzeichnis)?
    |table\ of\ contents|in\ this\ article|themen|schlagworte|stichwort(?:e|er)?|tags?|topics|related(?:\ (?:topics
    |articles|stories|content|news))?|read\ (?:more|also|next)|(?:most|more)\ (?:read|popular|viewed)|meistgelesen
    |top-?themen|empfehlungen|trending(?:\ now)?|recommended(?:\ (?:for\ you|stories|reading))?|you\ (?:may
    |might)\ also\ like.{0,10}|up\ next|see\ also|explore\ more\ on.{0,20}|weiterlesen|siehe\ auch)
    |(?:newsletter|abonnieren|jetzt\ abonnieren|subscribe(?:\ now)?|sign\ (?:up|in)|log\ ?in|anmelden|registrieren
    |einloggen|jetzt\ (?:anmelden|registrieren|testen|lesen|bestellen)|register|menü|menu|suche|search|close|schließen)
    |(?:impressum|datenschutz(?:erklärung)?|agb|kontakt|about\ us|privacy\ policy|terms(?:\ of\ (?:use|service))?
    |cookie(?:s|-einstellungen)?|all\ rights\ reserved\.?|alle\ rechte\ vorbehalten\.?)
    |stand|aktualisiert|veröffentlicht|updated|published|last\ updated|(?:lese(?:zeit|dauer)
    |reading\ time)?:?\s*(?:etwa\ |ca\.\ )?\d+\ (?:min\.?|minuten?|minutes?|min\ read)(?:\ (?:lesezeit|read|lesedauer))?
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# Openings of lines that point away from the article or address the reader of the page.
_OPENING = re.compile(
    r"""^\W*(?:
    (?:lesen\ sie|lies|lest)\ (?:(?:dazu|hier|hierzu|jetzt|bitte)\ )*(?:auch|mehr|weiter|hier|dazu|unsere[nr]?)\b
    |(?:lese|seh|hör)(?:en)?-?tipps?\s*:|(?:mehr|weitere[sn]?|alles)\ (?:zum\ thema|dazu|hintergründe
    |zum\ artikel)\b.{0,60}$|zum\ artikel\s*:|mehr\ zum\ thema\b|auch\ interessant\s*:|passend\ dazu\s*:|mehr\ dazu\s*:
    |siehe\ auch\s*:
    |(?:read|see)\ (?:more|also|next|now)\s*[:|]|more\s*:|related\s*:|read\ (?:our|the\ full)\b.{0,80}$|recommended\s*:
    |watch\s*:|click\ here\b|don['’]t\ miss\s*:?|follow\ (?:us|the)\b|sign\ up\ (?:for|to)\b|subscribe\ to\b
    |get\ in\ touch\ with\ our\b|for\ more\ stories\ like\ this
    |(?:folgen\ sie|folge|folgst\ du)\ (?:uns|schon|dem|der)\b|abonnieren\ sie\b|melden\ sie\ sich\ (?:hier|jetzt)
    |hier\ (?:geht['’]?s|geht\ es|klicken|finden\ sie|können\ sie)\b|fehler\ gefunden\?|jetzt\ (?:kostenlos|testen
    |abonnieren|weiterlesen|newsletter)\b
    |(?:jetzt\ )?(?:weiterlesen|mehr\ lesen)\ mit\b|sie\ haben\ (?:bereits\ )?(?:ein\ abo|noch\ kein)\b|(?:mit
    |als)\ .{0,20}abo\b.{0,60}(?:lesen|testen)|dieser\ (?:artikel|text|inhalt)\ ist\ (?:nur\ )?(?:für|exklusiv|plus)
    |this\ article\ is\ (?:only|for|exclusive)|already\ a\ subscriber|to\ continue\ reading
    |dieses\ thema\ im\ programm\s*:|über\ dieses\ thema\ berichte|our\ standards\s*:
    |(?:sie\ haben|du\ hast|you\ have)\ (?:noch\ )?\d+\ (?:freie|kostenlose|free|more)\ \w*\ ?(?:artikel|articles?)\b
    |wir\ (?:freuen\ uns\ (?:über|auf)\ ihre|nutzen\ cookies|verwenden\ cookies)|we\ use\ cookies
    |to\ view\ this\ video\ please|(?:bitte\ )?(?:aktivieren\ sie|enable)\ javascript|newsletter\s*:|(?:copyright
    |©)\s*(?:(?:\(c\)|©)\s*)?\d{4}\b|got\ a\ (?:story|tip)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DEBUG = re.compile(
    r"^(?:console\.\w+\(|window\.\w|document\.\w|var\s+\w+\s*=|function\s*\(|//\s*<!\[CDATA|<!--|@media\b|\{\s*\""
    r"|\w+\s*=\s*\{)|[{;]\s*$"
)
_FLAG = re.compile(
    r"^([a-z]+(?:[A-Z][a-z0-9]*)+|is_\w+|has_\w+|show_\w+)\s*[:=]\s*(true|false|null|undefined|none|\d+|\"[^\"]*\""
    r"|'[^']*')?\s*;?$"
)
_FLAG_VALUE = re.compile(r"^(?:true|false|null|undefined)$", re.IGNORECASE)
_EMPTY_DATE = re.compile(
    r"^(?:stand|aktualisiert|veröffentlicht|datum|updated|published|last updated)(?: am| on)?\s*:?\s*$", re.IGNORECASE
)
# A line is a date if nothing is left of it once dates, times and the words around them are taken out.
_DATE = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d)\b|\d{1,2}(?:\.|st|nd|rd|th)?\s+[A-Za-zäöü]{3,9}\.?,?\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}",
)
_AROUND_DATES = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m)?|uhr|h|[ap]\.?m\.?|stand|aktualisiert|veröffentlicht|erstellt"
    r"|zuletzt|geändert|letzte|änderung"
    r"|aktualisierung|updated?|published|first|last|modified|posted|date|datum|on|at|am|um|vom|den|der|seit|online"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|mesz?|ces?t|gmt|utc|bst|[ecmp][sd]?t|z)\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_RELATIVE_DATE = re.compile(
    r"^(?:(?:heute|gestern|vorgestern|today|yesterday)(?:[\s,]+(?:um\s+|at\s+)?\d{1,2}[:.]\d\d(?:\s*(?:uhr"
    r"|[ap]\.?m\.?))?)?"
    r"|vor\s+(?:\d+|einer|einem)\s+(?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)|(?:\d+|an?)\s+(?:min(?:ute)?"
    r"|hour|day|week|month)s?\s+ago)$",
    re.IGNORECASE,
)
# Names and nothing else: "Von Hamburg nach Rom" is a headline.
_PARTICLE = r"(?:von|van|de|der|den|da|di|du|la|le|zu|al|el|bin|ten|ter)"
_NAME = rf"(?:[A-ZÄÖÜ][\w.'’´`-]*|{_PARTICLE})(?:\s(?:[A-ZÄÖÜ][\w.'’´`-]*|{_PARTICLE})){{0,6}}"
_BYLINE = re.compile(
    r"^(?i:von|by|text|text und fotos?|autor(?:in|en)?|authors?|words by|written by|reporting by|story by"
    r"|ein(?:e)? (?:kommentar|gastbeitrag|gastkommentar|bericht|interview|essay|analyse|kolumne|reportage) von"
    r"|(?:a|an) (?:commentary|analysis|opinion|essay|report) by|interview|das (?:gespräch|interview) führten?"
    r"|(?:aus dem \w+ )?übersetzt von|aus dem \w+ von|protokoll)\b\s*:?\s*(?=[A-ZÄÖÜ])"
    + _NAME
    + r"(?:\s*(?:,|/|;|&|\bund\b|\band\b|\bin\b|\baus\b)\s*(?:"
    + _NAME
    + r"|[a-z]{2,5})){0,7}$"
)
_EMBED = re.compile(
    r"""^(?:empfohlener\ (?:redaktioneller|externer)\ inhalt|externer\ inhalt(?:\ nicht\ verfügbar)?
    |(?:an\ dieser\ stelle|hier)\ (?:finden\ sie|befindet\ sich|steht|ist|wurde)\b.{0,120}(?:externe[rn]?
    |eingebettete[rn]?|embed|dritt).*
    |ich\ bin\ (?:damit\ )?einverstanden,\ dass\ mir\ .*|(?:ihre|deine)\ einwilligung.*
    |.{0,80}\bexterne[rn]?\ inhalte?\b.{0,160}(?:anzeigen|angezeigt|zustimm|laden|einwillig|einblenden|aktivier).*
    |zur\ anzeige\ aktiviere.*|.{0,60}personenbezogene\ daten\ an\ dritt(?:plattformen|anbieter).*|(?:dieser
    |dieses)\ (?:inhalt|element|video|post|beitrag|tweet)\b.{0,80}(?:geladen|blockiert|angezeigt|zustimm|einwillig
    |datenschutz).*
    |(?:mit\ (?:dem\ )?(?:klick|laden)|durch\ (?:klick|aktivier)).{0,120}(?:datenschutz|daten\ an|einverstanden
    |akzeptier).*|(?:inhalt|externen\ inhalt|video|tweet|post)\ (?:laden|anzeigen|aktivieren)
    |(?:this\ )?(?:external\ )?content\ (?:is\ )?(?:hosted|provided|not\ available|blocked|from).{0,120}|(?:to\ (?:view
    |see|show)\ this\ (?:content|video|post|tweet|embed)).*|allow\ .{2,40}\ content\?.*|accept\ (?:cookies\ )?(?:and
    |&)\ (?:continue|view|load).*|view\ (?:this\ post|external\ content|on)\b.{0,40}|recommended\ (?:editorial
    |external)\ content
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
# Placeholders of external content in words of their own: the reader is addressed, something from elsewhere is named,
# and it is not shown until they act. A report does not speak so to its readers.
_READER = re.compile(r"\b(?:sie|ihre[mnr]?|ihnen|mir|mich|mein[e]?|ich|du|dir|dein[e]?|you|your|my|i)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:extern\w*|fremd\w*|eingebettet\w*|eingebunden\w*|eingebaut\w*|dritt\w*|anbieters?|ander\w+ (?:anbieter"
    r"|plattform|dienst|seite)\w*|plattform\w*|sozial\w+ netzwerk\w*"
    r"|external|embed\w*|third[- ]part\w+|another (?:platform|site|service|provider)|social (?:media|network)\w*"
    r"|youtube|facebook|instagram|tiktok|twitter|telegram|spotify|datawrapper)\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\b(?:zustimm\w*|einwillig\w*|einverstanden|freigeb\w*|freigab\w*|erlaub\w*|akzeptier\w*|aktivier\w*|gesperrt"
    r"|blockier\w*|ausgeschaltet|ausgeblendet|einblenden|anzuzeigen|angezeigt|anzeigen\s+lassen|nachladen|geladen|laden"
    r"|datenschutz\w*|cookies?|daten|allow\w*|accept\w*|consent\w*|agree\w*|enable\w*|blocked|switched off|turned off"
    r"|withheld|load(?:ed)?|privacy)\b",
    re.IGNORECASE,
)
# What a report has and a placeholder has not: quotations, and verbs of saying.
_TELLS = re.compile(r"[„“”«»\"]|\b(?:sagte|sagt|erklärte|teilte|berichtete|said|says|told|according to|laut)\b")
_LONGEST_PLACEHOLDER = 420
_NUMBER = re.compile(
    r"^[~<>≈+\-–±]?\s*(?:(?:rund|etwa|circa|ca\.|mehr als|fast|über|more than|about|nearly"
    r"|over)\s+)?[€$£]?\s?\d[\d.,\s]*"
    r"(?:\s?(?:%|prozent|percent|per cent|€|euro|dollar|mio\.?|mrd\.?|millionen|milliarden|million|billion|tsd\.?|km"
    r"|grad|°c?|mal|x|jahre|tage|years|days|\w{1,4}\.?))?\s*$",
    re.IGNORECASE,
)
_WORDS_OF_NUMBER = 4
_QUOTED = re.compile(r"^[„“”\"»«‚‘'].+[“”\"«»‘’'][.,!?]?$", re.DOTALL)
_TERMINAL = re.compile(r"[.!?…:;][\"“”«»’')\]]*$")
_LIST_MARK = re.compile(r"^(?:[-–•*▪◦‣·]|\(?\d{1,2}[.)])\s+\S")
_TIMED_ENTRY = re.compile(r"^(?:\+{2,3}\s*)?(\d{1,2})[.:](\d\d)\s*(?:Uhr|h)?\s*(?:[:|+–-]|\+{2,3})\s*\S")


def is_page_line(text: str) -> bool:
    """Whether a whole line is furniture by its words: skip and back links, sharing, teasers, paywall and debug
    lines."""
    if is_debug(text) or _EMPTY_DATE.match(text):
        return True
    if len(text) > 2 * _SHORT_LINE:
        return False
    return bool(_WHOLE_LINE.match(text) or _OPENING.match(text))


def is_debug(text: str) -> bool:
    """Whether a line is code or a variable of the page's own scripts."""
    return bool(
        _DEBUG.search(text) if len(text) < 2_000 and not _TERMINAL.search(text) else _DEBUG.match(text)
    ) or bool(_FLAG.match(text))


def flag_in(text: str) -> tuple[str, str | None] | None:
    """Name and value of a script variable written as a line ("isPaid: false"), value None where it stands on the
    next."""
    found = _FLAG.match(text)
    return (found.group(1), found.group(2)) if found else None


def is_flag_value(text: str) -> bool:
    """Whether a line is a bare truth value, as it follows a flag's name."""
    return bool(_FLAG_VALUE.match(text))


def is_date_line(text: str) -> bool:
    """Whether a line is a date, with or without what it is the date of, and perhaps a byline beside it."""
    parts = _segments(text)
    dated = [part for part in parts if _is_dated(part) or _RELATIVE_DATE.match(part)]
    return bool(dated) and all(part in dated or _is_time(part) or _is_name_line(part) for part in parts)


def is_byline(text: str) -> bool:
    """Whether a line names the article's authors, and at most says beside it when it was written."""
    return bool(bylines_in(text)) and all(
        _is_name_line(part) or _is_dated(part) or _is_time(part) for part in _segments(text)
    )


def bylines_in(text: str) -> list[str]:
    """The parts of a line that name authors ("Von Anna Ahorn")."""
    return [part for part in _segments(text) if _is_name_line(part)]


def _segments(text: str) -> list[str]:
    if len(text) > _SHORT_LINE:
        return []
    return [part for part in _SEGMENT.split(text) if part.strip()]


def _is_name_line(text: str) -> bool:
    return bool(_BYLINE.match(text)) and not re.search(r"[a-zäöüß]{3}\.$", text)


def _is_dated(text: str) -> bool:
    rest, dates = _DATE.subn(" ", text)
    return dates > 0 and not re.search(r"\w", _AROUND_DATES.sub(" ", rest))


def _is_time(text: str) -> bool:
    return not re.search(r"\w", _AROUND_DATES.sub(" ", text)) or bool(_WHOLE_LINE.match(text))


def is_embed_line(text: str) -> bool:
    """Whether a line belongs to the placeholder of content that is loaded from elsewhere only with consent."""
    if len(text) > _LONGEST_PLACEHOLDER or _TELLS.search(text):
        return False
    return bool(_EMBED.match(text)) or all(mark.search(text) for mark in (_ELSEWHERE, _WITHHELD, _READER))


def is_number(text: str) -> bool:
    """Whether a line is a number with at most a unit, as it stands large in a number box."""
    return len(text) <= 40 and bool(_NUMBER.match(text))


def is_number_box(text: str, following: str) -> bool:
    """Whether a line is the large figure of a number box, and the next one the rest of its sentence."""
    if is_number(text) and sum(letter.isdigit() for letter in text) > 1 and ends_sentence(following):
        return not is_date_line(text)
    short = len(text.split()) <= _WORDS_OF_NUMBER and not ends_sentence(text)
    return short and text[:1].isdigit() and following[:1].islower()


def is_quoted(text: str) -> bool:
    """Whether a line stands in quotation marks from end to end."""
    return bool(_QUOTED.match(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or its introduction does."""
    return bool(_TERMINAL.search(text))


def is_list_line(text: str) -> bool:
    """Whether a line begins with a list mark."""
    return bool(_LIST_MARK.match(text))


def entry_time(text: str) -> tuple[int, int] | None:
    """Hour and minute that a live-ticker entry's heading begins with ("11.39 Uhr: …"), or None."""
    found = _TIMED_ENTRY.match(text)
    if not found:
        return None
    hour, minute = int(found.group(1)), int(found.group(2))
    return (hour, minute) if hour < 24 and minute < 60 else None
