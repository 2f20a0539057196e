"""Known names: outlets and agencies, states, role nouns. Data with lookups; knows nothing of articles."""

from quellenlage.gazetteer.outlets import (
    Gazetteer,
    Outlet,
    OutletKind,
    builtin,
    find_outlet,
    find_site,
    in_use,
    using,
)
from quellenlage.gazetteer.roles import Role, RoleClass, find_role
from quellenlage.gazetteer.states import State, find_metonym, find_state, states

__all__ = [
    "Gazetteer",
    "Outlet",
    "OutletKind",
    "Role",
    "RoleClass",
    "State",
    "builtin",
    "find_metonym",
    "find_outlet",
    "find_role",
    "find_site",
    "find_state",
    "in_use",
    "states",
    "using",
]
