"""What kind of body a noun means, so that "the airline" points at no ministry and "das Gericht" at no company."""

from __future__ import annotations

import re
from enum import StrEnum

from quellenlage.gazetteer import find_metonym, find_role, find_state


class Kind(StrEnum):
    """A kind of body. Bodies that are only called by a proper name have none."""

    COMPANY = "company"
    AUTHORITY = "authority"
    COURT = "court"
    ASSOCIATION = "association"
    PARTY = "party"
    CLUB = "club"
    SCIENCE = "science"
    FORCE = "force"
    GOVERNMENT = "government"
    CARE = "care"
    PLACE = "place"


_NOUNS = {
    Kind.COMPANY: "airline anbieter anbieterin autobauer bank bauträger betreiber betreiberin betrieb brewer brokerage "
    "carrier carmaker chain company conglomerate corporation discounter dienstleister drugmaker firm firma "
    "fluggesellschaft fluglinie geldhaus geldinstitut giant hersteller herstellerin insurer konzern kreditvermittler "
    "lender lieferant maker manufacturer marktführer operator provider reederei retailer spedition start-up startup "
    "supplier unternehmen versicherer versicherung versorger werft zulieferer brauerei raffinerie store "
    "multinational enterprise subsidiary builder developer bahn",
    Kind.AUTHORITY: "amt aufsicht authority behörde department direktion inspektion ministerium ministry office "
    "regulator ressort watchdog notenbank directorate inspectorate registry commission kommission treasury "
    "wetterdienst",
    Kind.COURT: "court gericht gerichtshof justiz kammer senat tribunal",
    Kind.ASSOCIATION: "alliance association bund bündnis charity federation foundation gewerkschaft initiative "
    "kollektiv ngo non-profit nonprofit stiftung union verband vereinigung bürgerinitiative dachverband komitee "
    "verein committee movement bewegung collective",
    Kind.PARTY: "partei party fraktion caucus",
    Kind.CLUB: "club klub mannschaft side",
    Kind.SCIENCE: "akademie hochschule institut institute lab laboratory labor observatory universität university "
    "college denkfabrik thinktank",
    Kind.FORCE: "armee army bundeswehr feuerwehr luftwaffe marine militär military navy polizei police streitkräfte "
    "forces generalstab miliz militia staatsanwaltschaft truppe",
    Kind.GOVERNMENT: "government kabinett regierung landesregierung administration cabinet regime council rat "
    "parliament parlament",
    Kind.CARE: "clinic hospital klinik klinikum krankenhaus spital pflegeheim",
    Kind.PLACE: "city gemeinde kommune stadt town borough kanton landkreis",
}
_KINDS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_CALLED_BY_NAME = frozenset({None, Kind.COMPANY, Kind.ASSOCIATION, Kind.PARTY, Kind.CLUB, Kind.SCIENCE})
"""Kinds of body that go by a proper name without any noun that says what they are."""


_ANY = frozenset("organisation organization institution einrichtung body group gremium agency agentur".split())


def kind_of(words: str) -> Kind | None:
    """The kind that the first telling noun of a name or description gives; None where none does."""
    for word in re.findall(r"[\w-]+", words):
        role = find_role(word)
        kind = _KINDS.get(role.lemma.lower()) if role is not None else None
        if kind is not None:
            return kind
    return None


def can_be(noun: str, name: str, introduced_as: str = "") -> bool:
    """Whether a body called `name` can be meant by `noun` ("company"). Nouns such as "organisation" fit any."""
    if find_state(name) is not None or find_metonym(name) is not None:
        return False
    asked, known = kind_of(noun), kind_of(f"{introduced_as} {name}")
    if asked is None:
        role = find_role(noun)
        return role is not None and role.lemma.lower() in _ANY
    return asked in _CALLED_BY_NAME if known is None else asked is known
