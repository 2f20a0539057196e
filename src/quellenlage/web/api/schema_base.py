"""What the schemas of answers share. They describe what `rendering.records` and `model.wire` write; nothing is written
with them. A test holds both alike."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_WRITTEN = {"cls": "class", "from_": "from"}  # words that Python keeps for itself


class Schema(BaseModel):
    """An object of an answer."""

    model_config = ConfigDict(alias_generator=lambda name: _WRITTEN.get(name, name), extra="forbid")


ID_PATTERN = "^[0-9a-f]{20}$"
Id = Annotated[str, Field(pattern=ID_PATTERN, description="Content id, the same on every machine.")]
Moment = Annotated[
    str,
    Field(
        description="ISO 8601, as exactly as the page gives it: with its offset, without one, or a day.",
        pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d(:\d\d)?)?)?$",
    ),
]
Probability = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]
