// One file on its way up, with how far it is: fetch cannot tell, XMLHttpRequest can.

export interface SendAnswer {
  ok: boolean;
  /** True when the same upload may succeed later. */
  again: boolean;
  /** Code of the refusal, "" where nobody answered. */
  code: string;
  /** The file's id where it is kept, else "". */
  id: string;
}

const AGAIN_AFTER_MS = 4_000;

const TIMEOUT_MS = 120_000;
const PASSING = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/**
 * What failed on the way is sent again, and sooner when the network is back: the same bytes twice are one file. `onWait` gets the
 * code of what keeps it waiting. Never rejects.
 */
export async function sendUntilKept(
  url: string,
  file: File,
  on: { share: (share: number) => void; wait: (code: string) => void },
): Promise<SendAnswer> {
  for (;;) {
    const answer = await sendFile(url, file, on.share);
    if (answer.ok || !answer.again) return answer;
    on.wait(answer.code);
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AGAIN_AFTER_MS);
    window.addEventListener(
      "online",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** `onShare` gets 0..1. Never rejects. */
function sendFile(url: string, file: File, onShare: (share: number) => void): Promise<SendAnswer> {
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
      const told = (name: "code" | "id") => memberOf(request.responseText, name);
      resolve({ ok, again: PASSING.has(status), code: ok ? "" : told("code"), id: ok ? told("id") : "" });
    });
    request.send(body);
  });
}

function memberOf(text: string, name: "code" | "id"): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null) return "";
    return String(new Map<string, unknown>(Object.entries(answer)).get(name) ?? "");
  } catch (error) {
    // An answer of something between us and the server is none of ours.
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}
