// The contract page follows what the other party does: its live parts are fetched anew when something has happened.
import { openEventStream } from "../lib/event-stream.ts";
import { localMoments } from "../lib/moments.ts";
import { part } from "../lib/page-data.ts";

const page = part("contract");
const streams: Record<string, string> = {
  client: `/api/v2/triage/stream/${page.dataset.case}`,
  operator: `/api/v2/triage/stream/${page.dataset.case}`,
  professional: "/api/v2/offers/stream",
};
const url = streams[page.dataset.party ?? ""];

/** How far the contract is on this page: a contract only goes forward, so news of less is old news replayed. */
let shown = stepOf(page.dataset.status, (page.dataset.signed ?? "").split(" ").filter(Boolean));
/** Where it is signed goes forward too: being prepared, at DocuSign, here. */
let way = wayOf(page.dataset.signing);

if (url !== undefined) {
  openEventStream({
    url,
    after: 0,
    onEvent: ({ type, data }) => {
      if (type !== "contract_update" || data.contract_id !== page.dataset.contract) return;
      const step = stepOf(data.status, Array.isArray(data.signed) ? data.signed : []);
      const told = data.signing === undefined ? way : wayOf(data.signing);
      // Of what was signed where it is no longer signed nothing is left.
      if (told < way || (told === way && step <= shown)) return;
      shown = step;
      way = told;
      void refresh();
    },
  });
}

function stepOf(status: unknown, signed: readonly unknown[]): number {
  if (status === "closed") return 4;
  return status === "signed" ? 3 : signed.length;
}

function wayOf(signing: unknown): number {
  if (signing === "preparing") return 0;
  return signing === "docusign" ? 1 : 2;
}

/** Where nothing is being filled in, the page is simply loaded again; else only its live parts change. */
async function refresh(): Promise<void> {
  if (!isFilling()) {
    location.reload();
    return;
  }
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => null);
  // A look that failed leaves the page as it is: the next event or a reload brings it.
  if (answer === null || !answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${old.dataset.live}"]`);
    if (next === null) continue;
    old.replaceChildren(...next.childNodes);
    localMoments(old);
  }
}

function isFilling(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("form input, form textarea");
  return [...fields].some((field) =>
    field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")
      ? field.checked !== field.defaultChecked
      : field.type !== "hidden" && field.value !== field.defaultValue,
  );
}
