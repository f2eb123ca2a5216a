// The transcript in the browser: what arrives live, and the reader's own words before the log has them.
import type { ReplyDelta } from "../../src/domain/conversation-events.ts";
import type { Locale } from "../../src/domain/locale.ts";
import type { SafetyBox } from "../../src/domain/triage/types.ts";
import { momentWords } from "../../src/domain/words/moments.ts";
import { withDelta } from "../../src/domain/words/reply-delta.ts";
import type { Entry } from "../../src/domain/words/transcript.ts";
import { element } from "./elements.ts";
import type { Outgoing, SendState } from "./outgoing.ts";

export interface TranscriptOptions {
  list: HTMLElement;
  locale: Locale;
  zone: string;
  words: Record<string, string>;
  /** Puts refused words back where they can be changed. */
  onEdit: (message: Outgoing) => void;
  /** The reader wants no more of the reply that is on its way. */
  onStop: () => void;
}

/** Names of the words for a refusal that is not the message's own fault, by HTTP status. */
const REFUSALS: Record<string, string> = { 401: "ended", 404: "ended", 409: "closedHint" };

export class TranscriptView {
  readonly #o: TranscriptOptions;
  #typing: HTMLElement | null = null;
  /** True from the moment at which the reader has asked for no more. */
  #stopping = false;

  constructor(options: TranscriptOptions) {
    this.#o = options;
    // A page that was loaded in the middle of a reply: it goes on, and can be stopped.
    if (options.list.querySelector("li[data-open]") !== null) this.showTyping(true);
  }

  /** True where the log, as shown, already has the message. */
  has(clientMessageId: string): boolean {
    return this.#find(clientMessageId)?.classList.contains("pending") === false;
  }

  /** An entry of the log; one's own words take the place of what was shown when they were written. */
  add(entry: Entry, at: number): void {
    if (entry.kind === "said" && entry.clientMessageId !== null && this.#settle(entry.clientMessageId, at)) return;
    if (entry.kind === "said" && entry.messageId !== null) this.#open(entry.messageId)?.remove();
    this.#append(this.#itemOf(entry, at));
  }

  /** A piece of a reply while it is being said. */
  addPiece(delta: ReplyDelta): void {
    let item = this.#open(delta.message_id);
    if (item === null) {
      item = element(
        "li",
        { class: "say agent" },
        element("span", { class: "who" }, this.#o.words.vez ?? ""),
        element("p"),
      );
      item.dataset.open = delta.message_id;
      this.#append(item);
    }
    const line = item.querySelector("p");
    const text = withDelta(line?.textContent ?? "", delta);
    if (line !== null && text !== null) line.textContent = text;
    this.showTyping(true, false);
  }

  /** One's own words before the server has them. */
  addPending(message: Outgoing): void {
    if (this.#find(message.id) !== null) return;
    const item = this.#said("client", message.text, this.#o.words.you ?? "", element("div", { class: "sent-state" }));
    item.dataset.mid = message.id;
    item.classList.add("pending");
    this.#append(item);
  }

  showState(message: Outgoing, state: SendState, status: string): void {
    const item = this.#find(message.id);
    const line = item?.querySelector(".sent-state");
    if (item == null || line == null) return;
    item.classList.toggle("refused", state === "refused");
    line.replaceChildren(this.#o.words[state === "refused" ? (REFUSALS[status] ?? state) : state] ?? "");
    if (state !== "refused") return;
    const edit = element("button", { type: "button", class: "plain" }, this.#o.words.edit ?? "");
    edit.addEventListener("click", () => {
      item.remove();
      this.#o.onEdit(message);
    });
    line.append(edit);
  }

  /** `slow`: it takes a while, and the reader is told; a reply that takes a while can be stopped. */
  showTyping(on: boolean, slow = false): void {
    if (!on) {
      this.#typing?.remove();
      this.#typing = null;
      this.#stopping = false;
      return;
    }
    this.#typing ??= this.#typingItem();
    const isOpen = this.#o.list.querySelector("li[data-open]") !== null;
    const note = this.#typing.querySelector(".slow");
    if (slow && note !== null) note.textContent = this.#o.words.slow ?? "";
    const stop = this.#typing.querySelector("button");
    if (stop !== null && (slow || isOpen) && !this.#stopping) stop.hidden = false;
    this.#o.list.append(this.#typing);
  }

  #typingItem(): HTMLElement {
    const dots = element("span", { class: "dots" }, element("i"), element("i"), element("i"));
    const words = element("span", { class: "said-only" }, this.#o.words.typing ?? "");
    const note = element("span", { class: "slow", role: "status" });
    const stop = element("button", { type: "button", class: "plain" }, this.#o.words.stop ?? "");
    stop.hidden = true;
    stop.addEventListener("click", () => {
      stop.hidden = true;
      this.#stopping = true;
      this.#o.onStop();
    });
    return element("li", { class: "say agent typing" }, element("p", {}, dots, words, note), stop);
  }

  #append(item: HTMLElement): void {
    this.#o.list.append(item);
    // Somebody who writes comes after everything that has been said.
    if (this.#typing !== null) this.#o.list.append(this.#typing);
  }

  #open(messageId: string): HTMLElement | null {
    return this.#o.list.querySelector<HTMLElement>(`li[data-open="${CSS.escape(messageId)}"]`);
  }

  #find(clientMessageId: string): HTMLElement | null {
    return this.#o.list.querySelector<HTMLElement>(`li[data-mid="${CSS.escape(clientMessageId)}"]`);
  }

  /** Pending words become said words, at their place in the log. */
  #settle(clientMessageId: string, at: number): boolean {
    const item = this.#find(clientMessageId);
    if (item === null) return false;
    if (!item.classList.contains("pending")) return true;
    item.classList.remove("pending", "refused");
    item.querySelector(".sent-state")?.replaceWith(this.#moment(at));
    this.#append(item);
    return true;
  }

  #itemOf(entry: Entry, at: number): HTMLElement {
    if (entry.kind === "safety") return element("li", { class: "box" }, this.#safety(entry.box));
    if (entry.kind === "news") return element("li", { class: "news" }, `${entry.text} `, this.#moment(at));
    const item = this.#said(entry.from, entry.text, this.#speaker(entry), this.#moment(at));
    if (entry.clientMessageId !== null) item.dataset.mid = entry.clientMessageId;
    return item;
  }

  #said(from: string, text: string, who: string, last: HTMLElement): HTMLElement {
    return element(
      "li",
      { class: `say ${from}` },
      element("span", { class: "who" }, who),
      element("p", {}, text),
      last,
    );
  }

  #speaker(entry: Extract<Entry, { kind: "said" }>): string {
    const { words } = this.#o;
    if (entry.from === "client") return words.you ?? "";
    if (entry.from !== "human") return words.vez ?? "";
    return entry.operatorName === null ? (words.team ?? "") : `${entry.operatorName} · ${words.team}`;
  }

  #safety(box: SafetyBox): HTMLElement {
    const lines = box.lines.map(({ text, phone }) => {
      const line = element("li", {}, element("span", {}, text));
      if (phone !== undefined) {
        const call = `${this.#o.words.call} ${phone}`;
        line.append(element("a", { class: "phone", href: `tel:${phone}`, "aria-label": call }, phone));
      }
      return line;
    });
    return element(
      "section",
      { class: "safety", "aria-label": box.title },
      element("h2", {}, box.title),
      element("ul", {}, ...lines),
    );
  }

  #moment(at: number): HTMLElement {
    const date = new Date(at);
    const words = momentWords(date, { locale: this.#o.locale, zone: this.#o.zone, style: "time" });
    return element("time", { datetime: date.toISOString() }, words);
  }
}
