// The tables of a conversation's own database, as steps that are only ever appended to.

/** Applied once each, in order. A step that has been released is never edited: write the next one. */
const STEPS: readonly string[] = [
  `CREATE TABLE log (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     type TEXT NOT NULL,
     key TEXT,
     data TEXT NOT NULL
   );
   CREATE UNIQUE INDEX log_key ON log (key) WHERE key IS NOT NULL;
   CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE answers (
     kind TEXT NOT NULL,
     key TEXT NOT NULL,
     answer TEXT NOT NULL,
     PRIMARY KEY (kind, key)
   ) WITHOUT ROWID;
   CREATE TABLE effects (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     kind TEXT NOT NULL,
     reason TEXT,
     seq INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0,
     due_at INTEGER NOT NULL
   );`,
  "ALTER TABLE effects ADD COLUMN data TEXT;",
];

/** Brings the object's tables up to date; a no-op read when they are. */
export function applySteps(storage: DurableObjectStorage): void {
  const sql = storage.sql;
  sql.exec("CREATE TABLE IF NOT EXISTS steps (id INTEGER PRIMARY KEY)");
  const done = Number(sql.exec("SELECT coalesce(max(id), 0) AS done FROM steps").one().done);
  for (const [index, step] of STEPS.entries()) {
    const id = index + 1;
    if (id <= done) continue;
    storage.transactionSync(() => {
      sql.exec(step);
      sql.exec("INSERT INTO steps (id) VALUES (?)", id);
    });
  }
}
