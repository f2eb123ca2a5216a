// Events as the bytes of server-sent events, made once by the object for all readers.

export interface LogRow {
  seq: number;
  at: number;
  type: string;
  /** The event's data as JSON text, an object. */
  data: string;
}

const encoder = new TextEncoder();

/** Several events as one frame; `at` (ms since the epoch) joins the data. */
export function frameOf(rows: readonly LogRow[]): Uint8Array {
  let text = "";
  for (const row of rows) text += `id: ${row.seq}\nevent: ${row.type}\ndata: ${withMoment(row)}\n\n`;
  return encoder.encode(text);
}

/** Says that the log no longer holds `from`..`to`; its id lets a reader resume behind the hole. */
export function gapFrame(from: number, to: number): Uint8Array {
  return encoder.encode(`id: ${to}\nevent: gap\ndata: {"from":${from},"to":${to}}\n\n`);
}

/** A frame that is not in the log: it has no id, so no reader resumes from it. */
export function passingFrame(type: string, data: Record<string, unknown>): Uint8Array {
  return encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** JSON text holds no raw line break, so one `data:` line always carries it whole. */
function withMoment(row: LogRow): string {
  return row.data === "{}" ? `{"at":${row.at}}` : `{"at":${row.at},${row.data.slice(1)}`;
}
