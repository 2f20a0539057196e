"""The forms that times take in German text. Each form is a pattern and the builder that says what it means.

`{…}` stands for a fragment of `quellenlage.qualifying.times.fragments`. Forms need not exclude each other: the longest
match at a place counts, and of two equally long ones the first.
"""

from __future__ import annotations

from quellenlage.qualifying.times import dates, days, lengths
from quellenlage.qualifying.times.fragments import Form

FORMS = (
    # dates: "Montag, den 3. Mai 2025", "am 14. und 15. Juli", "05.03.2025", "2025-03-05"
    Form(
        r"(?:{weekday}(?:{g}?{part})?,?{g}(?:de[nm]{g})?)?{day}\.(?:{g}?(?:und|bis|oder|/|–|-){g}?{day2}\.)?{g}?{month}{of_year}?",
        dates.date,
    ),
    Form(r"{day}\.{g}?{month}{g}?(?:bis|–|-)(?:{g}zum)?{g}?{day2}\.{g}?{month2}{of_year}?", dates.date_range),
    Form(
        r"(?:{weekday},?{g}(?:de[nm]{g})?)?{day}\.{g}?(?P<month_number>\d{{1,2}})\.{g}?(?P<year>\d{{4}}"
        r"|\d{{2}})(?!\d)",
        dates.date,
    ),
    Form(r"(?<=(?:am|om|is|ab|um){g1}){day}\.{g}?(?P<month_number>\d{{1,2}})\.(?!{g}?\d)", dates.date),
    Form(r"(?P<year>\d{{4}})-(?P<month_number>\d\d)-{day}(?!\d)", dates.date),
    # months and years: "Ende Oktober 2024", "April oder Mai", "Februar vergangenen Jahres", "2008 bis 2020"
    Form(
        r"(?:{portion}{g}(?:des{g})?|{shift}{g}|Monat{g})?{month}(?:{g}?(?:und|oder|bis|/|–|-){g}?(?:{portion2}{g})?{month2})?{of_year}?",
        dates.month,
    ),
    Form(r"(?:{portion}{g})?(?:(?:des{g})?(?:Jahres|Jahrs|Jahre?n?){g})?{year}", dates.year),
    Form(
        r"(?:Jahren?{g})?{year}{g}?(?:bis|und|oder|–|-|/){g}?(?:Ende{g})?(?P<year2>\d{{4}}"
        r"|\d{{2}})(?![\d.,]*\d)",
        dates.year_range,
    ),
    Form(
        r"(?:{portion}{g}(?:des{g})?)?{ordinal}{g}(?P<quarter>Quartals?|Halbjahre?s?|Jahreshälfte|Jahresviertels?)"
        r"(?:{of_year}|{g}des{g}Jahres)?",
        dates.quarter,
    ),
    Form(r"(?:den{g})?ersten{g}{number}{g}Monaten?(?:{of_year}|{g}des{g}Jahres)", dates.first_months),
    # seasons: "kommenden Sommer", "Herbst nächsten Jahres", "Sommer oder Herbst"
    Form(
        r"(?:{portion}{g}des{g}|{shift}{g})?(?:(?P<early>Früh|Spät|Hoch)(?P<small_season>frühlings?|sommers?|herbst(?:es|s)?|winters?)"
        r"|{season})(?:{g}(?:und|oder|bis){g}{season2})?{of_year}?",
        dates.season,
    ),
    # weekdays: "Donnerstagabend", "Montag vergangener Woche", "kommenden Freitag", "Nacht zum Dienstag"
    Form(
        r"(?:{shift}{g})?(?:(?:frühen|späten){g})?{weekday}(?:(?P<joined>abend|morgen|mittag|vormittag|nachmittag|nacht)|{g}(?P<part_word>früh|Abend|Morgen|Mittag|Nachmittag|Vormittag|Nacht))?"
        r"(?:{g}(?:in{g}|de[rs]{g})?(?:der{g})?{week_shift}{g}Woche)?",
        days.weekday,
    ),
    Form(r"{weekday}{g}(?:und|oder|bis|/){g}{weekday2}", days.weekday_range),
    Form(
        r"Nacht{g}(?:zum|zu|auf(?:{g}den)?){g}(?:{day_word}|(?:{shift}{g})?{weekday}|(?:dem{g})?{day}\.{g}{month}{of_year}?)",
        days.night_before,
    ),
    # deictic: "heute Abend", "vorgestern", "an diesem Morgen", "am frühen Nachmittag"
    Form(r"{day_word}(?:{g}(?:am{g})?(?:früh(?:en|er)?{g}|späten{g})?{part})?", days.deictic),
    Form(r"an{g}diesem{g}(?:frühen{g}|späten{g})?{part}", days.part_today, whole=True),
    Form(r"am{g}(?:frühen{g}|späten{g})?(?-i:Morgen|Vormittag|Mittag|Nachmittag|Abend)", days.part, whole=True),
    Form(r"(?:in{g}der{g})?(?:vergangene|letzte|kommende)n?{g}Nacht", days.night, whole=True),
    Form(r"(?:gegen|nach|bis|seit){g}(?-i:(?P<part>Mittag|Abend|Morgen))", days.part, whole=True),
    Form(r"in{g}der{g}Nacht(?!{g}(?:zu|auf))", days.part, whole=True),
    # units: "in der vergangenen Woche", "Ende nächsten Jahres", "Ende des Monats", "Jahresbeginn", "am Wochenende"
    Form(r"(?:{portion}{g}(?:de[rs]{g})?)?{shift}{g}{unit}", lengths.unit),
    Form(r"{portion}{g}(?:des|der){g}{unit}", lengths.unit),
    Form(r"im{g}(?:Laufe|Verlauf){g}(?:des|der){g}(?:{shift}{g})?{unit}", lengths.unit, whole=True),
    Form(r"{boundary}(?:{of_year})?", lengths.boundary),
    Form(r"Wochenende", lengths.weekend),
    # distances: "vor drei Tagen", "in zwei Wochen", "binnen drei Monaten", "drei Monate später"
    Form(r"vor{g}(?:{approx}{g})?{numbers}{g}{unit}(?!{g}(?:alt|[Ff]rist))", lengths.ago, whole=True),
    Form(
        r"vor{g}(?P<plural>Jahrhunderten|Jahrzehnten|Jahren|Monaten|Wochen|Tagen|Stunden|Minuten)",
        lengths.long_ago,
        whole=True,
    ),
    Form(r"heute{g}in{g}{numbers}{g}{unit}", lengths.ahead, whole=True),
    Form(r"in{g}(?:{approx}{g})?{numbers}{g}{unit}", lengths.ahead, whole=True),
    Form(
        r"(?:binnen|innerhalb(?:{g}von|{g}der|{g}eines|{g}einer)?|innert){g}(?:{approx}{g})?(?:(?:kommenden"
        r"|nächsten){g})?(?:{numbers}{g})?{unit}",
        lengths.within,
        whole=True,
    ),
    Form(r"(?:{number}{g})?{unit}{g}(?:später|danach|darauf|zuvor|davor|vorher|früher)", lengths.anaphoric),
    Form(
        r"(?:(?:den|die|der){g})?{shift}{g}(?:{numbers}{g})?(?P<plural>Jahrhunderten?|Jahrzehnten?|Jahren?"
        r"|Quartalen?|Monaten?|Wochen|Tagen?|Nächten?|Stunden|Minuten)",
        lengths.span,
    ),
    # lengths: "zehn Tage lang", "monatelang", "vierwöchig", "seit Jahren"
    Form(
        r"(?:{approx}{g})?{numbers}{g}{unit}(?:{g}lang)?(?!{g}(?:alt|jung|alte[nrms]?|Haft|später"
        r"|zuvor)\b)(?:{g}Haft)?",
        lengths.duration,
    ),
    Form(r"(?P<stem>stunden|tage|nächte|wochen|monate|jahre|jahrzehnte)lang(?:e[nrms]?)?", lengths.long),
    Form(
        r"(?P<stem_number>\d+|[a-zäöü]{{2,}}?)-?(?P<stem>minütig|stündig|tägig|wöchig|monatig|jährig)"
        r"(?:e[nrms]?)?",
        lengths.attribute,
        whole=True,
    ),
    Form(
        r"(?<=(?:eit|ach|ber){g1})(?P<plural>Jahrhunderten|Jahrzehnten|Jahren|Monaten|Wochen|Tagen|Stunden)",
        lengths.vague_length,
    ),
    # clock times, decades, centuries, references, sets
    Form(
        r"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?(?:{g}?(?:bis|und|–|-){g}?\d{{1,2}}(?:[.:]\d\d)?)?"
        r"{g}?Uhr(?:{g}(?:{offset}|(?P<half>früh|morgens|abends|nachts|mittags|nachmittags|vormittags)))?",
        days.clock,
    ),
    Form(
        r"(?P<half_past>halb{g})?(?P<hour_word>[a-zäöü]+)(?:{g}Uhr)?{g}(?P<half>früh|morgens|abends|nachmittags)",
        days.clock,
    ),
    Form(r"(?P<half_past>halb{g})?(?P<hour_word>[a-zäöü]+){g}Uhr", days.clock),
    Form(r"(?<=um{g1})(?P<hour>\d{{1,2}}):(?P<minute>\d\d)", days.clock),
    Form(r"Mitternacht", days.midnight),
    Form(r"(?:{portion}{g}der{g})?(?P<decade>(?:1[5-9]|20)?\d0)er[-{sp}]?Jahren?(?!\w)", dates.decade),
    Form(r"(?:etwa{g}|um{g})?(?P<before_christ>\d{{1,4}}){g}v\.{g}?Chr\.?", dates.before_christ),
    Form(r"(?P<century>\d{{1,2}})\.{g}Jahrhunderts?", dates.century),
    Form(r"{holiday}(?:{of_year})?", dates.holiday),
    Form(r"{vague}", days.vague),
    Form(r"{set}", days.recurrent),
    Form(
        r"jede[nmrs]?{g}{weekday}(?:{part})?|(?P<weekday_adverb>montag|dienstag|mittwoch|donnerstag|freitag"
        r"|samstag|sonntag)s",
        days.recurrent_day,
    ),
)  # fmt: skip
