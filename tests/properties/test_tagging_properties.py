"""Whatever the network says, attributions quote the article: each span's text stands where the span says."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.text import Article, Block, BlockKind, Language
from quellenlage.tagging import Tagger
from quellenlage.tagging.labels import Role
from quellenlage.tagging.quotations import MARKS, find_quotations, quoted
from word_network import WordNetwork, pieces_of

_WORDS = [
    "sagte",
    "Rolf",
    "Kanal",
    "bleibe",
    "„",
    "“",
    '"',
    "»",
    "«",
    "(",
    ")",
    ",",
    ".",
    "?",
    "\n",
    "\xa0",
    "–",
    "’",
    "3.",
]
_blocks = st.lists(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join), min_size=1, max_size=4)
_roles = st.dictionaries(st.sampled_from(_WORDS), st.sampled_from(Role))


@given(st.text(st.sampled_from([*sorted(MARKS), *"ab .,\n"])))
def test_any_marks_are_read(text: str) -> None:
    ranges = find_quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert len(quoted(text)) == len(text)


@given(_blocks, _roles, st.sets(st.sampled_from(_WORDS)))
def test_spans_quote_back(texts: list[str], roles: dict[str, Role], starts: set[str]) -> None:
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text, "") for i, text in enumerate(texts))
    article = Article("a", blocks, Language.GERMAN)
    pieces = pieces_of([*texts, *_WORDS])
    for one in Tagger(WordNetwork(pieces, roles, starts), pieces).tag(article):
        assert one.content
        for span in (*one.content, *one.cue, *one.source, *one.antecedent, *one.relays):
            assert span.text == article.blocks[span.block].text[span.start : span.end] != ""
        assert 0 <= one.confidence <= 1
