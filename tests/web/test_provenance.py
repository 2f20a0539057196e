"""A claim unfolded: numbers and letters, the graph, its layout, the time line."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimed import make_claim
from quellenlage.model.claim import Claim, DriftKind, Origin
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language
from quellenlage.rendering.differences import Change
from quellenlage.web.drawing import draw
from quellenlage.web.graph import Relation, make_graph, unrolled
from quellenlage.web.layout import Box, Size, lay_out
from quellenlage.web.timeline import time_line
from quellenlage.web.unfolding import unfold

EDGES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30)


def overlap(one: Box, other: Box) -> bool:
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not apart and one.y < other.y + other.height and other.y < one.y + one.height


def test_places_are_numbered_and_origins_lettered() -> None:
    unfolded = unfold(make_claim())
    assert [(place.number, place.letter) for place in unfolded.places] == [(1, "A"), (2, "A"), (3, "A"), (4, "B")]
    assert [(each.letter, len(each.places)) for each in unfolded.origins] == [("A", 3), ("B", 1)]
    assert unfolded.places[0].repeated


def test_changes_are_put_together_by_hop() -> None:
    hops = unfold(make_claim()).hops
    assert [(hop.before.number, hop.after.number, len(hop.steps)) for hop in hops] == [(1, 2, 1), (2, 3, 1)]
    assert hops[0].steps[0].pieces is None, "a figure has no wording"
    assert hops[1].steps[0].pieces is None, "other words altogether"


def test_a_change_of_wording_shows_what_became_of_each_word() -> None:
    claim = make_claim()
    (hop,) = unfold(replace(claim, drift=(replace(claim.drift[0], what=DriftKind.HEDGE),))).hops
    assert hop.steps[0].pieces
    assert {piece.change for piece in hop.steps[0].pieces} == {Change.KEPT}


def test_the_graph_tells_cited_copied_and_in_a_circle() -> None:
    graph = make_graph(unfold(make_claim()))
    edges = set(graph.edges.items())
    assert (("place 1", "outlet nordlicht"), Relation.STANDS_IN) in edges
    assert (("outlet nordlicht", "origin A"), Relation.CITES) in edges
    assert (("outlet talblatt", "outlet nordlicht"), Relation.CIRCLE) in edges
    assert (("outlet nordlicht", "outlet talblatt"), Relation.CIRCLE) in edges


def test_whoever_speaks_for_an_origin_stands_between() -> None:
    claim = make_claim()
    speaks = Reason(ReasonKind.SPEAKS_FOR, ("Jorun Hallwig", "Gemeinde"))
    everything = tuple(each.statement.id for each in claim.appearances)
    origin = Origin("Gemeinde", SourceClass.ORGANISATION, everything, (speaks,))
    graph = make_graph(unfold(replace(claim, origins=(origin,), circles=(), copies=())))
    assert graph.edges["relay jorun hallwig", "origin A"] is Relation.SPEAKS_FOR
    assert graph.edges["outlet nordlicht", "relay jorun hallwig"] is Relation.CITES


def test_the_list_has_every_node_and_every_edge() -> None:
    graph = make_graph(unfold(make_claim()))
    listed = list(unrolled(graph))
    assert {node.key for _, node, _, _ in listed} == set(graph.nodes)
    assert sum(how is not None for _, _, how, _ in listed) == len(graph.edges)


@given(EDGES)
def test_no_layout_lets_nodes_overlap(edges: list[tuple[int, int]]) -> None:
    sizes = {str(number): Size(40 + 9 * number, 20 + 5 * number) for number in range(12)}
    layout = lay_out(sizes, [(str(a), str(b)) for a, b in edges if a != b])
    assert not any(overlap(*two) for two in combinations(layout.boxes.values(), 2))
    assert min(box.y for box in layout.boxes.values()) >= 0


def test_edges_lead_to_the_left() -> None:
    sizes = dict.fromkeys("abcd", Size(50, 20))
    layout = lay_out(sizes, [("d", "c"), ("c", "b"), ("d", "a"), ("b", "a")], last=["d"])
    assert [layout.boxes[key].x for key in "abcd"] == sorted(layout.boxes[key].x for key in "abcd")
    assert all(route[0][0] > route[-1][0] for route in layout.routes.values())


def test_a_drawing_holds_all_words() -> None:
    claim = make_claim()
    long = "Amt für die Pflege der Deiche und Dämme an der Wesper und ihren Nebenflüssen"
    drawing = draw(make_graph(unfold(named(claim, long))), Language.GERMAN)
    (origin,) = (each for each in drawing.nodes if each.node.key == "origin A")
    assert " ".join(origin.lines[: origin.strong]) == f"A · {long}"
    assert all(each.box.x + each.box.width <= drawing.width for each in drawing.nodes)


def named(claim: Claim, name: str) -> Claim:
    return replace(claim, origins=(replace(claim.origins[0], name=name), *claim.origins[1:]))


def test_the_time_line_puts_unknown_times_apart() -> None:
    line = time_line(unfold(make_claim()), Language.ENGLISH)
    assert line is not None
    first, day, again, unknown = sorted((m for lane in line.lanes for m in lane.marks), key=lambda m: m.place.number)
    assert first.x < day.x < unknown.x
    assert (first.until, unknown.until) == (None, None)
    assert day.until is not None
    assert day.y != again.y, "two places at one time stand one above the other"
    assert line.unknown is not None and unknown.x > line.unknown
    assert line.offset == "+01:00"


def test_a_time_line_of_one_moment_and_of_none() -> None:
    claim = make_claim()
    at = datetime.fromisoformat("2031-03-04T07:51+01:00")
    assert time_line(unfold(published(claim, None)), Language.ENGLISH) is None
    line = time_line(unfold(published(claim, at)), Language.ENGLISH)
    assert line is not None
    assert {mark.x for lane in line.lanes for mark in lane.marks} == {line.width / 2}


def published(claim: Claim, at: datetime | None) -> Claim:
    heads = (replace(each, article=replace(each.article, published=at)) for each in claim.appearances)
    return replace(claim, appearances=tuple(heads))
