// The professional's pages come alive: offers appear and go by themselves, and their time is counted down.
import { countDown } from "../lib/countdown.ts";
import { LivePage } from "../lib/live-page.ts";
import { part } from "../lib/page-data.ts";

interface ProData {
  stream: string | null;
  words: Record<string, string>;
}

/** Our own server wrote it into this same answer, so its shape is known. */
const data = JSON.parse(part("page-data").textContent ?? "") as ProData;
const title = document.title;
let known = waiting();

if (data.stream !== null) {
  const page = new LivePage({ stream: data.stream, words: data.words, onChange: tell });
  countDown(() => page.refresh());
}
mark();
keepFoldOpenByHash();

/** Offers that wait on this page, or null where it does not list them. */
function waiting(): number | null {
  const count = document.querySelector<HTMLElement>("[data-count]")?.dataset.count;
  return count === undefined ? null : Number(count);
}

/** A new offer is said aloud and stands in the tab's title, for someone who works elsewhere meanwhile. */
function tell(): void {
  const now = waiting();
  if (now !== null && known !== null && now > known) part("said").textContent = data.words.arrived ?? "";
  known = now;
  mark();
}

function mark(): void {
  document.title = known === null || known === 0 ? title : `(${known}) ${title}`;
}

/** A link to a field of the profile opens the fold that it is in. */
function keepFoldOpenByHash(): void {
  const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
  target?.closest("details")?.setAttribute("open", "");
}
