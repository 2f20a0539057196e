"""Known names: outlets and agencies, states, role nouns. Data with lookups; knows nothing of articles."""

from quellenlage.gazetteer.outlets import (
    Gazetteer,
    Outlet,
    OutletKind,
    agencies,
    builtin,
    find_outlet,
    in_use,
    outlets_in,
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
    "agencies",
    "builtin",
    "find_metonym",
    "find_outlet",
    "find_role",
    "find_state",
    "in_use",
    "outlets_in",
    "states",
    "using",
]
