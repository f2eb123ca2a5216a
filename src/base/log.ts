// One JSON line per event, at a level; callers pass ids and figures, never what a person wrote.

export const LOG_LEVELS = ["DEBUG", "INFO", "WARN", "ERROR"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Log {
  debug(event: string, fields?: Record<string, unknown>): void;
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
  with(fields: Record<string, unknown>): Log;
}

/** Lines below `level` are dropped. `error` fields that hold an Error become its name and first stack line. */
export function makeLog(level: LogLevel, write: (line: string) => void, fields: Record<string, unknown> = {}): Log {
  const least = LOG_LEVELS.indexOf(level);
  const at =
    (own: LogLevel) =>
    (event: string, extra: Record<string, unknown> = {}) => {
      if (LOG_LEVELS.indexOf(own) < least) return;
      write(JSON.stringify({ level: own, event, ...fields, ...extra }, plainErrors));
    };
  return {
    debug: at("DEBUG"),
    info: at("INFO"),
    warn: at("WARN"),
    error: at("ERROR"),
    with: (extra) => makeLog(level, write, { ...fields, ...extra }),
  };
}

/** An error's message may quote what a person wrote (a constraint's detail does): only its name, code and place are kept. */
function plainErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const code = "code" in value && typeof value.code === "string" ? value.code : undefined;
  const cause = value.cause instanceof Error ? value.cause : undefined;
  return {
    name: value.name,
    code,
    at: placeOf(value),
    cause,
  };
}

/** The first frame of the stack, which begins with the message: several lines of it may look like anything. */
function placeOf(error: Error): string | undefined {
  const frames = (error.stack ?? "").replace(error.message, "").split("\n");
  return frames.find((line) => /^\s+at /.test(line))?.trim();
}
