"""The forms that times take in English text. See `quellenlage.qualifying.times.german` for how to read them."""

from __future__ import annotations

from quellenlage.qualifying.times import dates, days, lengths
from quellenlage.qualifying.times.fragments import Form

FORMS = (
    # dates: "Thursday, May 1, 2025", "3 May 2025", "May 3rd", "the 3rd of May", "2025-03-05"
    Form(
        r"(?:{weekday},?{g})?{month}{g}{day}(?:st|nd|rd|th)?(?:{g}?(?:to|and|or|–|-){g}?{day2}(?:st|nd|rd"
        r"|th)?)?(?!\d)(?!:\d)(?:,?{of_year})?",
        dates.date,
    ),
    Form(
        r"{month}{g}{day}(?:st|nd|rd|th)?{g}?(?:to|–|-|through){g}?{month2}{g}{day2}(?:st|nd|rd"
        r"|th)?(?!\d)(?:,?{of_year})?",
        dates.date_range,
    ),
    Form(
        r"(?:{weekday},?{g})?(?:the{g})?{day}(?:st|nd|rd|th)?(?:{g}?(?:to|and|or|–|-){g}?{day2}(?:st|nd|rd"
        r"|th)?)?{g}(?:of{g})?{month}(?:,?{of_year})?",
        dates.date,
    ),
    Form(
        r"{day}(?:st|nd|rd|th)?{g}{month}{g}?(?:to|–|-){g}?{day2}(?:st|nd|rd|th)?{g}{month2}(?:{of_year})?",
        dates.date_range,
    ),
    Form(r"(?P<year>\d{{4}})-(?P<month_number>\d\d)-{day}(?!\d)", dates.date),
    # months and years: "late October 2024", "mid-2026", "April or May", "March last year", "2008 to 2020"
    Form(
        r"(?:(?:the{g})?{portion}{g}?|{shift}{g})?{month}(?:{g}?(?:and|or|to|through|/|–|-){g}?"
        r"(?:{portion2}{g})?{month2})?(?:,?{of_year})?",
        dates.month,
    ),
    Form(r"(?:(?:the{g})?{portion}{g}?)?(?:the{g}year{g})?{year}", dates.year),
    Form(r"{year}{g}?(?:to|and|or|through|until|–|-|/){g}?(?P<year2>\d{{4}}|\d{{2}})(?![\d.,]*\d)", dates.year_range),
    Form(
        r"(?:(?:the{g})?{portion}{g}(?:the{g})?)?{ordinal}{g}(?P<quarter>quarter|half)(?:(?:"
        r"{g}of)?{of_year}|{g}of{g}the{g}year)?",
        dates.quarter,
    ),
    Form(r"Q(?P<quarter_number>[1-4])(?:{of_year})?", dates.quarter),
    Form(r"(?:the{g})?first{g}{number}{g}months(?:(?:{g}of)?{of_year}|{g}of{g}the{g}year)", dates.first_months),
    # seasons: "the summer of 2022", "this fall", "next spring"
    Form(
        r"(?:(?:the{g})?{portion}{g}|{shift}{g})?(?:the{g})?{season}(?:{g}(?:and|or|to){g}{season2})?"
        r"(?:{of_year})?",
        dates.season,
    ),
    Form(r"in{g}{season}(?!{g}\d)", dates.any_season, whole=True),
    # weekdays: "Monday evening", "late on Monday", "next Friday", "Monday of last week", "Tuesday last week"
    Form(
        r"(?:{shift}{g}|(?:late|early)(?:{g}on)?{g})?{weekday}(?:{g}(?:late{g}|early{g})?{part})?(?:{g}"
        r"(?:of{g})?{week_shift}{g}week)?",
        days.weekday,
    ),
    Form(r"{weekday}{g}?(?:and|or|to|through|until|–|-){g}?{weekday2}", days.weekday_range),
    # deictic: "yesterday", "this morning", "tonight", "last night", "in the afternoon", "the evening of May 3"
    Form(r"(?:(?:late|early|earlier|later){g})?{day_word}(?:{g}{part})?", days.deictic),
    Form(r"(?:(?:early|late){g})?this{g}(?:early{g}|late{g})?{part}", days.part_today),
    Form(r"tonight", days.tonight),
    Form(r"last{g}night", days.night),
    Form(r"overnight", days.part),
    Form(r"in{g}the{g}(?:early{g}|late{g})?{part}", days.part, whole=True),
    Form(
        r"(?:the{g})?{part}{g}of{g}(?:{weekday},?{g})?{month}{g}{day}(?:st|nd|rd|th)?(?!\d)(?:,?{of_year})?",
        dates.date,
    ),
    Form(r"(?:the{g})?{part}{g}of{g}(?:{weekday},?{g})?{day}(?:st|nd|rd|th)?{g}{month}(?:,?{of_year})?", dates.date),
    # units: "last week", "the end of next month", "mid-year", "earlier this year", "the year's end", "the weekend"
    Form(r"(?:(?:the{g})?{portion}{g}(?:the{g})?)?{shift}{g}{unit}", lengths.unit),
    Form(r"(?:the{g})?{portion}{g}the{g}{unit}", lengths.unit),
    Form(r"(?:earlier|later){g}in{g}the{g}{unit}", lengths.earlier_in),
    Form(r"(?:the{g})?(?P<year_end>year[-{sp}]end|year['’]s{g}end)", lengths.year_end),
    Form(r"(?:the{g})?{unit}{g}(?P<behind>after{g}next|before{g}last)", lengths.unit),
    Form(r"(?:the{g})?weekend", lengths.weekend),
    # distances: "three days ago", "in two weeks", "within three months", "three months later"
    Form(r"(?:{approx}{g})?{numbers}{g}{unit}{g}ago", lengths.ago),
    Form(r"(?P<plural>centuries|decades|years|months|weeks|days|hours|minutes){g}ago", lengths.long_ago),
    Form(r"in{g}(?:{approx}{g})?{numbers}{g}{unit}(?:['’]{g}time)?", lengths.ahead, whole=True),
    Form(r"within{g}(?:the{g}(?:next|coming){g})?(?:{approx}{g})?{numbers}{g}{unit}", lengths.within, whole=True),
    Form(r"within{g}(?P<plural>decades|years|months|weeks|days|hours|minutes)", lengths.within, whole=True),
    Form(
        r"(?:{approx}{g})?{numbers}{g}{unit}{g}(?:later|earlier|before|after|previously|beforehand|afterwards)",
        lengths.anaphoric,
    ),
    Form(
        r"(?:the{g})?{shift}{g}(?:{numbers}{g})?(?P<plural>centuries|decades|years|quarters|months|weeks"
        r"|days|hours|minutes)",
        lengths.span,
    ),
    Form(r"in{g}(?:the{g})?recent{g}(?P<plural>decades|years|months|weeks|days|hours)", lengths.recent, whole=True),
    # lengths: "for three days", "90-day", "two and a half years"
    Form(
        r"(?:{approx}{g})?{numbers}{g}(?:full{g}|straight{g}|consecutive{g})?{unit}(?!{g}(?:old|of{g}age)\b)",
        lengths.duration,
    ),
    Form(
        r"(?P<stem_number>\d+|[a-z]+)-(?P<stem>minute|hour|day|week|month|year|decade)(?:-long)?(?!-old|s)",
        lengths.attribute,
        whole=True,
    ),
    Form(r"(?<=(?:for){g1})(?P<plural>centuries|decades|years|months|weeks|days|hours)", lengths.vague_length),
    # clock times, decades, centuries, references, sets
    Form(
        r"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?{g}?(?P<half>[ap]\.?m\b\.?)(?:{g}(?:{offset}|ET|PT|CT))?",
        days.clock,
    ),
    Form(r"(?P<hour>\d{{1,2}}):?(?P<minute>\d\d){g}{offset}", days.clock),
    Form(r"(?<=at{g1})(?P<hour>\d{{1,2}}):(?P<minute>\d\d)", days.clock),
    Form(r"(?P<hour>\d{{1,2}}){g}o['’]clock", days.clock),
    Form(r"noon|midday", days.noon),
    Form(r"midnight", days.midnight),
    Form(r"(?:the{g})?(?:{portion}{g}?(?:the{g})?)?(?P<decade>(?:1[5-9]|20)\d0)s", dates.decade),
    Form(r"(?P<before_christ>\d{{1,4}}){g}BC", dates.before_christ),
    Form(r"(?:the{g})?(?P<century>\d{{1,2}})(?:st|nd|rd|th){g}century", dates.century),
    Form(r"{holiday}(?:{of_year})?", dates.holiday),
    Form(r"{vague}(?!{g}(?:after|as|before)\b)", days.vague),
    Form(r"{set}", days.recurrent),
    Form(r"(?:every|each){g}{weekday}", days.recurrent_day),
    Form(r"{weekday}s", days.recurrent_day),
)  # fmt: skip
