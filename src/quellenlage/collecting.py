"""How often Python looks for garbage that reference counts do not free: circles of objects.

Reading and linking make very many objects that stay, and hardly any circles. As often as Python looks by itself, that
took a seventh of the time of linking in a large ledger.
"""

from __future__ import annotations

import gc


def collect_rarely() -> None:
    """For a process of our own, once, at its start."""
    gc.set_threshold(100_000, 10, 10)
