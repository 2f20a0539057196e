"""The tables of a ledger in SQL, version by version, as SQLite reads them; `postgres` turns them into its own.

The record: rows are only ever added; triggers refuse everything else. A row keeps its part of the reading in the form
of `model.wire` (the only serialisation), so a reading is put together again without loss; the columns beside it are
what queries ask for. `articles` holds one row for each reading of an article, and `current` is the newest of each.
`voices` are a statement's speaker (hop 0) and its chain (hops 1, 2, …, outermost first). `judgements` are people's.

What is derived from it may be thrown away and made again: `traces` with their keys and `glances`, `links` between them,
the claim that each trace belongs to, `claims` with what these are ordered by, and how each came together (`cohesion`:
the joints of `model.clusters` and the least mean of these; no joints where it was last folded before version 9).
`pending` are the readings that have no traces yet; `linking` says by which version of linking these tables were made.
`catalogue` and the tables after it are for listing and searching; `cataloguing` says by which version of the module of
that name they were made.
"""

from __future__ import annotations

from quellenlage.errors import NewerLedger
from quellenlage.ledger import linked, tallying
from quellenlage.ledger.connection import Connection

VERSION = 10

_RECORD = """
CREATE TABLE pages (
  id TEXT PRIMARY KEY, data BLOB NOT NULL, recorded_at TEXT NOT NULL
);
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, reading TEXT NOT NULL UNIQUE, id TEXT NOT NULL,
  page TEXT NOT NULL REFERENCES pages, page_name TEXT NOT NULL, page_file TEXT, page_media TEXT NOT NULL,
  page_url TEXT, page_charset TEXT,
  url TEXT, outlet TEXT, outlet_folded TEXT NOT NULL, headline TEXT, language TEXT NOT NULL,
  published TEXT, published_day TEXT, wire TEXT NOT NULL, recorded_at TEXT NOT NULL
);
CREATE TABLE sources (
  article INTEGER NOT NULL REFERENCES articles, position INTEGER NOT NULL, wire TEXT NOT NULL,
  PRIMARY KEY (article, position)
);
CREATE TABLE statements (
  article INTEGER NOT NULL REFERENCES articles, position INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
  content_folded TEXT NOT NULL, figures INTEGER NOT NULL, wire TEXT NOT NULL,
  PRIMARY KEY (article, position)
);
CREATE TABLE voices (
  article INTEGER NOT NULL, statement INTEGER NOT NULL, hop INTEGER NOT NULL,
  name TEXT NOT NULL, name_folded TEXT NOT NULL, class TEXT NOT NULL,
  PRIMARY KEY (article, statement, hop), FOREIGN KEY (article, statement) REFERENCES statements
);
CREATE INDEX articles_by_id ON articles (id, number);
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX voices_by_name ON voices (name);
CREATE VIEW current AS
  SELECT * FROM articles AS one WHERE number = (SELECT MAX(number) FROM articles WHERE id = one.id);
"""
_CLAIMS = """
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wire TEXT NOT NULL
);
CREATE TABLE traces (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES articles, position INTEGER,
  kind TEXT NOT NULL, content_folded TEXT, keys BLOB NOT NULL, data BLOB NOT NULL, wire TEXT, claim TEXT
);
CREATE TABLE trace_keys (
  key INTEGER NOT NULL, trace INTEGER NOT NULL REFERENCES traces, PRIMARY KEY (key, trace)
) WITHOUT ROWID;
CREATE TABLE links (
  one TEXT NOT NULL, other TEXT NOT NULL, relation TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE pending (article INTEGER PRIMARY KEY REFERENCES articles);
CREATE TABLE linking (version INTEGER NOT NULL);
CREATE INDEX traces_by_article ON traces (article);
CREATE INDEX traces_by_claim ON traces (claim);
CREATE INDEX links_by_other ON links (other);
INSERT INTO pending SELECT number FROM current
"""
_CATALOGUE = """
CREATE TABLE reviews (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, statement TEXT NOT NULL, wire TEXT NOT NULL
);
CREATE INDEX reviews_by_statement ON reviews (statement);
CREATE TABLE catalogue (
  number INTEGER PRIMARY KEY REFERENCES articles, id TEXT NOT NULL UNIQUE, page_name TEXT NOT NULL, page_file TEXT,
  url TEXT, outlet TEXT, outlet_folded TEXT NOT NULL, headline TEXT, authors TEXT NOT NULL, language TEXT NOT NULL,
  access TEXT NOT NULL, published TEXT, published_day TEXT, published_at TEXT NOT NULL, recorded_at TEXT NOT NULL,
  statements INTEGER NOT NULL, unnamed INTEGER NOT NULL, figures INTEGER NOT NULL
);
CREATE INDEX catalogue_by_time ON catalogue (published_at, number);
CREATE TABLE said (
  article INTEGER NOT NULL REFERENCES catalogue, position INTEGER NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL, class TEXT NOT NULL, figures INTEGER NOT NULL, confidence REAL NOT NULL,
  reviewed INTEGER NOT NULL, names_folded TEXT NOT NULL, content_folded TEXT NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX said_by_id ON said (id);
CREATE INDEX said_by_confidence ON said (reviewed, confidence, article, position);
CREATE TABLE tallies (
  kind TEXT NOT NULL, class TEXT NOT NULL, article INTEGER NOT NULL REFERENCES catalogue,
  statements INTEGER NOT NULL, figures INTEGER NOT NULL,
  PRIMARY KEY (kind, class, article)
) WITHOUT ROWID;
CREATE INDEX tallies_by_article ON tallies (article, kind, class, statements, figures);
CREATE TABLE parties (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL, class TEXT NOT NULL, UNIQUE (name, class)
);
CREATE TABLE heard (
  party INTEGER NOT NULL REFERENCES parties, article INTEGER NOT NULL REFERENCES catalogue,
  said INTEGER NOT NULL, relayed INTEGER NOT NULL,
  PRIMARY KEY (party, article)
) WITHOUT ROWID;
CREATE INDEX heard_by_article ON heard (article);
CREATE TABLE texts (
  article INTEGER PRIMARY KEY REFERENCES catalogue, headline TEXT NOT NULL, stated TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE unindexed (article INTEGER PRIMARY KEY REFERENCES catalogue);
CREATE TABLE cataloguing (version INTEGER NOT NULL)
"""
_TALLIED = f"""
CREATE TABLE claims (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, traces INTEGER NOT NULL,
  less INTEGER NOT NULL, first TEXT NOT NULL, latest TEXT NOT NULL, last INTEGER NOT NULL
);
CREATE INDEX claims_by_width ON claims (less, first, id, traces, last);
CREATE INDEX claims_by_time ON claims (latest, id, traces, last);
CREATE INDEX claims_by_growth ON claims (last);
INSERT INTO claims ({tallying.COLUMNS}) {tallying.summed("t.claim IS NOT NULL")}
"""
_MEASURED = """
CREATE TABLE measured (
  unit_folded TEXT NOT NULL, article INTEGER NOT NULL REFERENCES catalogue, position INTEGER NOT NULL,
  unit TEXT NOT NULL, figures INTEGER NOT NULL,
  PRIMARY KEY (unit_folded, article, position, unit)
) WITHOUT ROWID;
CREATE INDEX measured_by_statement ON measured (article, position)
"""
_CLAIMED = """
CREATE INDEX traces_claimed ON traces (article, position, claim) WHERE claim IS NOT NULL
"""
# Keys do not refer to their traces any more: to remove a trace, the database looked at every key for its number.
_GLANCED = """
CREATE TABLE glances (
  trace INTEGER PRIMARY KEY REFERENCES traces, data BLOB NOT NULL
);
ALTER TABLE trace_keys RENAME TO bound_keys;
CREATE TABLE trace_keys (
  key INTEGER NOT NULL, trace INTEGER NOT NULL, PRIMARY KEY (key, trace)
) WITHOUT ROWID;
INSERT INTO trace_keys SELECT key, trace FROM bound_keys;
DROP TABLE bound_keys
"""
_HELD = """
CREATE TABLE cohesion (
  claim TEXT PRIMARY KEY, weakest REAL NOT NULL
)
"""
# The members of a claim are looked up without their traces, each of which is a page of the file.
_JOINED = """
ALTER TABLE cohesion ADD COLUMN joints TEXT;
DROP INDEX traces_by_claim;
CREATE INDEX traces_by_claim ON traces (claim, id, kind)
"""
# Of which statement a link says that it denies the other one was to be read in its reasons alone; and of each link that
# leads to a trace from before it, its row had to be looked up.
_DENIED = f"""
ALTER TABLE links ADD COLUMN denier TEXT;
UPDATE links SET denier = {linked.DENIER} WHERE relation = 'contradicts';
CREATE INDEX links_by_denier ON links (denier, score) WHERE denier IS NOT NULL;
DROP INDEX links_by_other;
CREATE INDEX links_by_other ON links (other, one, relation, score)
"""
STEPS = (
    (_RECORD, ("pages", "articles", "sources", "statements", "voices")),
    (_CLAIMS, ("judgements",)),
    (_CATALOGUE, ("reviews",)),
    (_TALLIED, ()),
    (_MEASURED, ()),
    (_CLAIMED, ()),
    (_GLANCED, ()),
    (_HELD, ()),
    (_JOINED, ()),
    (_DENIED, ()),
)
"""What each version of the schema added, and which of its tables may only grow."""
_STATE = (
    ("SELECT MAX(number) FROM articles",),
    ("SELECT MAX(number) FROM judgements", "SELECT version FROM linking", "SELECT COUNT(*) FROM pending"),
    ("SELECT MAX(number) FROM reviews", "SELECT version FROM cataloguing"),
    ("SELECT MAX(number) FROM claims",),
    (),
    (),
    (),
    (),
    (),
    (),
)
"""What tells apart what a file of each version has held so far: how far it has grown, what made the derived tables, and
how much of them is still to come."""
CLAIMS_SINCE = 2
CATALOGUE_SINCE = 3
TALLIED_SINCE = 4
DENIED_SINCE = 10
"""Versions; an older one is left as it is until somebody writes to it."""


def check(version: int) -> None:
    """Raises NewerLedger where this program does not know this version."""
    if version > VERSION:
        raise NewerLedger(f"is of schema {version}, this program knows {VERSION}; update quellenlage to use it")


def state(connection: Connection, version: int) -> str:
    """A word that is another one whenever something in the ledger may have changed."""
    asked = ", ".join(f"({query})" for queries in _STATE[:version] for query in queries)
    return "-".join(map(str, (version, *connection.execute(f"SELECT {asked}").fetchone())))
