"""Times: when something was said, and what times it speaks of.

`find_expressions` reads words of time, `resolve` puts them on the calendar, `direction_at` asks the sentence around
them whether it speaks of the past or of what is to come. Values are those of TIMEX3 (ISO-TimeML, ISO 24617-1).
"""

from quellenlage.qualifying.times.reference import Timed, said_at, timed_in, times_of

__all__ = ["Timed", "said_at", "timed_in", "times_of"]
