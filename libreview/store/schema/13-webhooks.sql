-- What is told to other programs: who asked for it, with which sealed secrets, what was told, and how each delivery
-- went. An event carries a reference, a clock and days; nothing here is personal.
CREATE TABLE webhooks(
  webhook TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  private_allowed INTEGER NOT NULL CHECK (private_allowed IN (0, 1)),
  made_by TEXT NOT NULL,
  made TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ACTIVE', 'DISABLED')),
  why TEXT NOT NULL CHECK (why IN ('', 'person', 'gone', 'failing')),
  changed TEXT NOT NULL,
  failing_since TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_secrets(
  webhook TEXT NOT NULL REFERENCES webhooks(webhook) ON DELETE CASCADE,
  secret INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  signs_until TEXT NOT NULL,
  PRIMARY KEY(webhook, secret)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_events(
  event TEXT NOT NULL PRIMARY KEY,
  dedupe TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  time TEXT NOT NULL,
  record TEXT NOT NULL,
  clock TEXT NOT NULL,
  step TEXT NOT NULL,
  due_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_deliveries(
  delivery INTEGER PRIMARY KEY AUTOINCREMENT,
  webhook TEXT NOT NULL REFERENCES webhooks(webhook) ON DELETE CASCADE,
  event TEXT NOT NULL REFERENCES webhook_events(event),
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED')),
  body TEXT NOT NULL DEFAULT '',
  queued TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try TEXT NOT NULL,
  last_try TEXT NOT NULL DEFAULT '',
  last_status INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT '',
  delivered TEXT NOT NULL DEFAULT '',
  UNIQUE(webhook, event)
) STRICT;
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries(webhook, next_try, delivery) WHERE state = 'WAITING';
CREATE INDEX webhook_deliveries_delivered ON webhook_deliveries(webhook, delivered) WHERE delivered <> '';
CREATE TRIGGER webhook_bodies_stay BEFORE UPDATE OF body ON webhook_deliveries
WHEN OLD.body <> '' AND NEW.body <> OLD.body
BEGIN SELECT RAISE(ABORT, 'every try sends the same bytes'); END;
