// One file on its way up, with how far it is: fetch cannot tell, XMLHttpRequest can.

export interface SendAnswer {
  ok: boolean;
  /** True when the same upload may succeed later. */
  again: boolean;
  /** Code of the refusal, "" where nobody answered. */
  code: string;
}

const TIMEOUT_MS = 120_000;
const PASSING = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/** `onShare` gets 0..1. Never rejects. */
export function sendFile(url: string, file: File, onShare: (share: number) => void): Promise<SendAnswer> {
  const body = new FormData();
  body.append("file", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.timeout = TIMEOUT_MS;
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    request.addEventListener("loadend", () => {
      const { status } = request;
      const ok = status >= 200 && status < 300;
      resolve({ ok, again: PASSING.has(status), code: ok ? "" : codeOf(request.responseText) });
    });
    request.send(body);
  });
}

function codeOf(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    return typeof problem === "object" && problem !== null && "code" in problem ? String(problem.code) : "";
  } catch (error) {
    // An answer of something between us and the server is no problem of ours.
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}
