"""The mood of a German content's verb: indicative, Konjunktiv I or Konjunktiv II.

It is the mood of the first verb of the main clauses whose form tells: "sie kommen" is indicative and Konjunktiv alike
and tells nothing. A verb that no table knows is taken for one only where its place leaves nothing else to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.model.statement import Mood
from quellenlage.qualifying.clauses import Clause, Word, main_clauses
from quellenlage.qualifying.verbforms import FiniteForm, finite_form

_AROUND_PARTICIPLES = frozenset("haben sein werden worden zu".split())
_PRETERITE = frozenset({Mood.INDICATIVE, Mood.KONJUNKTIV_2})
_SUBJECTS = frozenset("er sie es man dies das jemand niemand keiner jeder".split())
_BEFORE_NOUN = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese dieses "
    "diesem diesen jene jener jenes jede jeder jedes sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser "
    "unsere mein meine viele mehrere einige alle in im an am auf aus bei beim mit von vom zu zum zur für gegen über "
    "unter um nach vor durch ohne zwischen zwei drei vier".split()
)
_NO_VERBS = frozenset(
    "alle andere beide beinahe bekannt bekannte bereit bereits bitte damit deine dicht diese direkt dort dritte "
    "ehe eigene eine einige erst erste fast ferne freie frühe ganze gemacht gerade gerne große gut heute hohe "
    "ihre infolge insgesamt irgendeine jede jedoch jene jetzt kaputte keine kleine konkret kranke künftige lange "
    "laut laute leicht leise letzte manche mehrere meine mit müde nahe neue nicht nächste offene oft ohne recht "
    "reine samt schade seine seit selbst solche somit sonst soweit sowie spätere statt strikt teure tote "
    "unbekannt unsere viele volle weise weit weitere welche wenige zugunsten zuletzt zunächst zweite überhaupt".split()
)


@dataclass(frozen=True, slots=True)
class FiniteVerb:
    """A finite verb whose form tells its mood, its place, and the clause that it stands in."""

    word: Word
    verb: str
    mood: Mood
    clause: Clause


def finite_verb(text: str) -> FiniteVerb | None:
    """The verb that says in which mood a German text stands, None where no form tells."""
    for clause in _from_the_governing(main_clauses(text)):
        found = _known(clause) or _unknown(clause)
        if found is not None:
            return found
    return None


def _from_the_governing(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """ "Ob das stimmt, könne niemand sagen": a clause that opens with its verb governs the one before."""
    if len(clauses) > 1 and clauses[0].is_final and _form(clauses[1], 0) is not None:
        return clauses[1:]
    return clauses


def _known(clause: Clause) -> FiniteVerb | None:
    """A verb of the tables: auxiliary or modal before full verb, the first that tells, in a dass-clause the last.

    An auxiliary or a weak preterite that does not tell ("haben … gesagt", "sagte") leaves no other verb to look for.
    """
    places = range(len(clause.words))
    forms = [(index, _form(clause, index)) for index in (reversed(places) if clause.is_final else places)]
    closed = [(index, form) for index, form in forms if form is not None and form.is_closed]
    full = [(index, form) for index, form in forms if form is not None and not form.is_closed]
    for index, form in closed or full:
        mood = _mood(form, clause)
        if mood is not None:
            return FiniteVerb(clause.words[index], form.verb, mood, clause)
        if form.moods == _PRETERITE and not clause.is_final:
            return None
    return None


def _form(clause: Clause, index: int) -> FiniteForm | None:
    """The finite form at a place, None where the word is a noun, a participle, an adjective or hangs on "zu"."""
    word = clause.words[index]
    if word.is_capital and index > 0:
        return None
    before = clause.words[index - 1] if index else None
    form = finite_form(re.sub(r"['’]s$", "", word.small))  # "gibt's"
    if form is None or (before is not None and before.small == "zu"):
        return None
    if form.is_closed:
        return form
    if word.is_capital or word.small in _NO_VERBS or (before is not None and before.small in _BEFORE_NOUN - _SUBJECTS):
        return None
    is_last = index == len(clause.words) - 1
    if form.is_participle_alike and not clause.is_final and ((is_last and index > 1) or _has_infinitive(clause)):
        return None
    if word.small.endswith("e") and not clause.is_final and not is_last and _is_adjective(clause, index):
        return None
    return form


def _has_infinitive(clause: Clause) -> bool:
    return any(word.small in _AROUND_PARTICIPLES for word in clause.words)


def _is_adjective(clause: Clause, index: int) -> bool:
    """Whether a word in -e stands before a noun and behind what only a noun phrase has."""
    before, after = clause.words[index - 1] if index else None, clause.words[index + 1]
    if before is None or not after.is_capital:
        return False
    return not before.is_capital and before.small not in _SUBJECTS


def _mood(form: FiniteForm, clause: Clause) -> Mood | None:
    moods = form.moods
    if form.is_first_person_alike and any(word.small == "ich" for word in clause.words):
        return None
    return next(iter(moods)) if len(moods) == 1 else None


def _unknown(clause: Clause) -> FiniteVerb | None:
    """A verb that no table knows, by its place: last in a dass-clause, or right behind its subject."""
    words = clause.words
    if any(word.small in ("ich", "wir") or _is_closed(clause, index) for index, word in enumerate(words)):
        return None
    if clause.is_final:
        return _by_ending(words[-1], clause, alone=True) if len(words) > 1 else None
    for before, word in pairwise(words):
        if before.small in _SUBJECTS and before is words[0]:
            return _by_ending(word, clause, alone=True)
    for before, word, after in zip(words, words[1:], [*words[2:], None], strict=False):
        if before.is_capital and not word.is_capital and (after is None or not after.is_capital):
            found = _by_ending(word, clause, alone=False)
            if found is not None:
                return found
    return None


def _is_closed(clause: Clause, index: int) -> bool:
    form = _form(clause, index)
    return form is not None and form.is_closed


def _by_ending(word: Word, clause: Clause, *, alone: bool) -> FiniteVerb | None:
    """Konjunktiv I by -e, indicative by -t where the place alone makes the word a verb (`alone`)."""
    small = word.small
    if word.is_capital or small in _NO_VERBS or finite_form(small) is not None or len(small) < 4:
        return None
    if re.search(r"[^t]e$", small) and not re.search(r"[aeiouäöü]e$", small):
        return FiniteVerb(word, small, Mood.KONJUNKTIV_1, clause)
    if alone and re.search(r"[^aeiou]t$", small) and not clause.is_final and not small.startswith("ge"):
        return FiniteVerb(word, small, Mood.INDICATIVE, clause)
    return None
