"""The interface for programs: the ledger's look-ups and judgements as JSON under `/api/v1`.

Records are those of `rendering`, as the command line writes them; the schemas here only describe them, and the OpenAPI
document is made of these.
"""

from quellenlage.web.api.app import create_api

__all__ = ["create_api"]
