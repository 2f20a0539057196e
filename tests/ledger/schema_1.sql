-- A ledger's file as version 1 of the schema laid it; never changed.
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
CREATE TRIGGER pages_no_update BEFORE UPDATE ON pages BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER pages_no_delete BEFORE DELETE ON pages BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER articles_no_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sources_no_update BEFORE UPDATE ON sources BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sources_no_delete BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER voices_no_update BEFORE UPDATE ON voices BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER voices_no_delete BEFORE DELETE ON voices BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
PRAGMA application_id = 1366649964;
PRAGMA user_version = 1;
