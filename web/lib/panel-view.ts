// The panels beside the talk in the browser: what happens now, what was understood, and the strip for danger.

import { AREA_NAMES, subareaName } from "../../src/domain/legal/areas.ts";
import type { Locale } from "../../src/domain/locale.ts";
import { isAppointment } from "../../src/domain/triage/appointment.ts";
import type { SafetyBox, Understanding } from "../../src/domain/triage/types.ts";
import {
  type CaseNews,
  hasAsked,
  isCorrectable,
  isTaken,
  isTriaged,
  mayChoose,
  standOf,
} from "../../src/domain/words/case-news.ts";
import { nowWords } from "../../src/domain/words/case-words.ts";
import { dayWords } from "../../src/domain/words/moments.ts";
import { urgencyWords } from "../../src/domain/words/urgency.ts";
import { element } from "./elements.ts";
import { part } from "./page-data.ts";

export interface PanelOptions {
  locale: Locale;
  zone: string;
  words: Record<string, string>;
}

const WITH_CONTRACT = new Set(["to_sign", "signed", "closed"]);

/** Heading, sentence and the way to the contract. */
export function showNow(news: CaseNews, { locale, zone }: PanelOptions): void {
  const stand = standOf(news);
  const box = part("now");
  const { title, text } = nowWords(news, { locale, zone });
  box.className = `now ${stand}`;
  box.hidden = stand === "telling";
  part("now-title").textContent = title;
  part("now-text").textContent = text;
  const link = part<HTMLAnchorElement>("now-contract");
  link.hidden = news.contractId === null || !WITH_CONTRACT.has(stand);
  if (news.contractId !== null) link.href = `/contracts/${news.contractId}`;
  part("now-choose").hidden = !mayChoose(news);
  part("now-talk").hidden = !isTaken(news);
  part("now-help").hidden = stand !== "nobody";
  part("now-why").hidden = !hasAsked(news);
  part("now-case").hidden = !isTriaged(news);
  part("correct-open").hidden = !isCorrectable(news);
  part("correct-over").hidden = isCorrectable(news);
}

export function showUnderstanding(known: Understanding, { locale, words }: PanelOptions): void {
  const unknown = words.unknown ?? "";
  const { area, subarea } = known;
  const urgency = urgencyWords(known.urgencyHours, locale);
  const finer = area === null || subarea === null ? null : subareaName(area, subarea);
  const name = area === null ? null : AREA_NAMES[area][locale];
  set("panel-line", name === null ? (words.nothingYet ?? "") : `${name} · ${urgency.toLocaleLowerCase(locale)}`);
  set("known-area", name === null ? unknown : finer === null ? name : `${name}: ${finer[locale]}`);
  set("known-urgency", name === null ? unknown : urgency);
  set("known-place", [known.municipality, known.uf].filter((p) => p !== null).join(", ") || unknown);
  set("known-dates", known.dates.map(({ date }) => dayWords(date, locale)).join("; ") || unknown);
  part<HTMLProgressElement>("panel-progress").value = known.progress;
  const lines = known.deadlines.map((limit) => {
    const { label, date, passed } = limit;
    const day = element("time", { datetime: date }, dayWords(date, locale));
    return element(
      "li",
      {},
      `${label[locale]}: ${isAppointment(limit) ? "" : `${words.lastDay} `}`,
      day,
      passed ? ` (${words.passed})` : "",
    );
  });
  part("known-deadlines").replaceChildren(...(lines.length > 0 ? lines : [element("li", {}, words.noDeadlines ?? "")]));
}

/** Whom to call and how to leave, while there is danger. */
export function showStrip(safety: SafetyBox | null, known: Understanding, { words }: PanelOptions): void {
  const violence = known.flags.includes("violence");
  if (safety !== null) {
    const phones = [...new Set(safety.lines.flatMap(({ phone }) => (phone === undefined ? [] : [phone])))];
    part("strip-title").textContent = safety.title;
    part("strip-phones").replaceChildren(
      ...phones
        .slice(0, 2)
        .map((phone) =>
          element("a", { class: "phone", href: `tel:${phone}`, "aria-label": `${words.call} ${phone}` }, phone),
        ),
    );
    if (phones.length > 0) part("strip").hidden = false;
  }
  part("exit").hidden = !violence;
  if (violence) part("strip").hidden = false;
}

/** How many professionals are in reach; none hides the line. */
export function showReach(available: number | null, { words }: PanelOptions): void {
  const line = part("known-reach");
  line.hidden = !available;
  if (!available) return;
  line.textContent =
    available === 1 ? (words.inReachOne ?? "") : (words.inReach ?? "").replace("{n}", String(available));
}

function set(id: string, text: string): void {
  part(id).textContent = text;
}
