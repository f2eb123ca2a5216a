// A talk in the browser: what arrives live, one's own words before the server has them, days in the reader's zone, read marks.
import type { Locale } from "../../src/domain/locale.ts";
import { momentWords } from "../../src/domain/words/moments.ts";
import { sizeWords } from "../../src/domain/words/sizes.ts";
import { element } from "./elements.ts";
import type { Outgoing, SendState } from "./outgoing.ts";

/** As the API tells it. */
export interface TalkMessage {
  id: string;
  from: string;
  text: string;
  client_message_id: string;
  file: { id: string; name: string | null; bytes: number | null } | null;
  at: string;
  read_at: string | null;
}

interface TalkViewOptions {
  list: HTMLElement;
  side: string;
  /** What the reader calls the one on the other side. */
  other: string;
  /** Address under which files are opened. */
  files: string;
  locale: Locale;
  zone: string;
  words: Record<string, string>;
  onEdit: (message: Outgoing) => void;
}

/** Names of the words for a refusal, by HTTP status. */
const REFUSALS: Record<string, string> = { 401: "ended", 404: "ended", 409: "closedMeanwhile" };

export class TalkView {
  readonly #o: TalkViewOptions;

  constructor(options: TalkViewOptions) {
    this.#o = options;
    this.#showDays();
  }

  has(id: string): boolean {
    return this.#item(id) !== null;
  }

  /** True where the server is known to have one's own words. */
  hasOwn(clientMessageId: string): boolean {
    return this.#own(clientMessageId)?.classList.contains("pending") === false;
  }

  /** The newest of the other side's that is not known to be read, or null. */
  unread(): string | null {
    return [...this.#o.list.querySelectorAll<HTMLElement>("li[data-unread]")].at(-1)?.dataset.id ?? null;
  }

  countUnread(): number {
    return this.#o.list.querySelectorAll("li[data-unread]").length;
  }

  /** At its place by time; one's own takes the place of what was shown when it was written. False where it was there. */
  add(message: TalkMessage): boolean {
    if (this.has(message.id)) return false;
    const mine = message.from === this.#o.side;
    if (mine) this.#own(message.client_message_id)?.remove();
    const item = this.#itemOf(message, mine);
    const after = [...this.#o.list.querySelectorAll<HTMLElement>("li[data-at]")].findLast(
      (other) => (other.dataset.at ?? "") <= message.at,
    );
    if (after === undefined) this.#o.list.prepend(item);
    else after.after(item);
    this.#showDays();
    return true;
  }

  /** One's own words before the server has them; always last. */
  addPending(message: Outgoing): void {
    if (this.#own(message.id) !== null) return;
    const item = element("li", { class: "say client pending" }, this.#who(true));
    if (message.text !== "") item.append(element("p", {}, message.text));
    if (message.file !== undefined) item.append(this.#file({ ...message.file, bytes: null }));
    item.append(element("div", { class: "sent-state" }));
    item.dataset.mid = message.id;
    this.#o.list.append(item);
  }

  showState(message: Outgoing, state: SendState, status: string): void {
    const item = this.#own(message.id);
    const line = item?.querySelector(".sent-state");
    if (item == null || line == null) return;
    item.classList.toggle("refused", state === "refused");
    line.replaceChildren(this.#o.words[state === "refused" ? (REFUSALS[status] ?? state) : state] ?? "");
    if (state !== "refused" || message.text === "") return;
    const edit = element("button", { type: "button", class: "plain" }, this.#o.words.edit ?? "");
    edit.addEventListener("click", () => {
      item.remove();
      this.#o.onEdit(message);
    });
    line.append(edit);
  }

  /** The other side has read one's own words up to a message. */
  markRead(upTo: string, at: string): void {
    const last = this.#item(upTo);
    if (last === null) return;
    const items = [...this.#o.list.querySelectorAll<HTMLElement>("li.client[data-at]")];
    const read = items.findLast((item) => (item.dataset.at ?? "") <= (last.dataset.at ?? ""));
    if (read === undefined) return;
    const old = this.#o.list.querySelector(".mark");
    const before = old?.closest("li")?.dataset.at ?? "";
    if (before >= (read.dataset.at ?? "")) return;
    old?.remove();
    read.append(element("span", { class: "mark" }, `${this.#o.words.read} `, this.#moment(at, "time")));
  }

  /** One's own other page has read the other side's words. */
  forgetUnread(upTo: string): void {
    const at = this.#item(upTo)?.dataset.at ?? "";
    for (const item of this.#o.list.querySelectorAll<HTMLElement>("li[data-unread]")) {
      if ((item.dataset.at ?? "") <= at) delete item.dataset.unread;
    }
  }

  #itemOf(message: TalkMessage, mine: boolean): HTMLElement {
    const item = element("li", { class: `say ${mine ? "client" : "human"}` }, this.#who(mine, message.from));
    if (message.text !== "") item.append(element("p", {}, message.text));
    if (message.file !== null) item.append(this.#file(message.file));
    item.append(this.#moment(message.at, "time"));
    item.dataset.id = message.id;
    item.dataset.at = message.at;
    if (mine) item.dataset.mid = message.client_message_id;
    else if (message.read_at === null) item.dataset.unread = "";
    if (mine && message.read_at !== null) queueMicrotask(() => this.markRead(message.id, message.read_at ?? ""));
    return item;
  }

  #who(mine: boolean, from = ""): HTMLElement {
    const { words, other } = this.#o;
    return element("span", { class: "who" }, (mine ? words.you : from === "system" ? words.vez : other) ?? "");
  }

  #file(file: { id: string; name: string | null; bytes: number | null }): HTMLElement {
    if (file.name === null) {
      const gone = element("span", { class: "file soft" }, this.#o.words.fileGone ?? "");
      return element("div", { class: "file-line" }, gone);
    }
    const size = file.bytes === null ? "" : ` · ${sizeWords(file.bytes, this.#o.locale)}`;
    const link = element("a", { class: "file", href: `${this.#o.files}/${file.id}` }, file.name + size);
    return element("div", { class: "file-line" }, link);
  }

  /** Between messages of different days, where the reader is. */
  #showDays(): void {
    const { list, locale, zone } = this.#o;
    for (const old of list.querySelectorAll("li.day")) old.remove();
    let day = "";
    for (const item of list.querySelectorAll<HTMLElement>("li[data-at]")) {
      const words = momentWords(new Date(item.dataset.at ?? ""), { locale, zone, style: "day" });
      if (words !== day) item.before(element("li", { class: "day" }, this.#moment(item.dataset.at ?? "", "day")));
      day = words;
    }
  }

  #moment(at: string, style: "time" | "day"): HTMLElement {
    const { locale, zone } = this.#o;
    return element("time", { datetime: at }, momentWords(new Date(at), { locale, zone, style }));
  }

  #item(id: string): HTMLElement | null {
    return this.#o.list.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"]`);
  }

  #own(clientMessageId: string): HTMLElement | null {
    return this.#o.list.querySelector<HTMLElement>(`li.client[data-mid="${CSS.escape(clientMessageId)}"]`);
  }
}
