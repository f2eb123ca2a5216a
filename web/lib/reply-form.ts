// An operator's reply goes out without leaving the page; what could not be sent stays in the field.

export interface ReplyOptions {
  /** `notSent` in the page's language. */
  words: Record<string, string>;
  /** The page as the server renders it after the reply. */
  onSent: (html: string) => void;
}

/** The form comes and goes with the conversation's holder, so the page listens for it. */
export function replyForm({ words, onSent }: ReplyOptions): void {
  let sending = false;
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.id !== "reply-form") return;
      event.preventDefault();
      if (sending) return;
      sending = true;
      void send(form)
        .then(onSent)
        .catch((error: unknown) => {
          if (!(error instanceof TypeError) && !(error instanceof Refused)) throw error;
          say(form, words.notSent ?? "");
        })
        .finally(() => {
          sending = false;
        });
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || field.id !== "reply") return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form?.requestSubmit();
  });
}

class Refused extends Error {}

async function send(form: HTMLFormElement): Promise<string> {
  const data = new FormData(form);
  const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
  const answer = await fetch(form.action, { method: "POST", body });
  const refused = new URL(answer.url).searchParams.has("refused");
  if (!answer.ok || refused) throw new Refused(String(answer.status));
  const html = await answer.text();
  const field = form.elements.namedItem("text");
  const id = form.elements.namedItem("client_message_id");
  if (field instanceof HTMLTextAreaElement) field.value = "";
  // The same id again would be the same message.
  if (id instanceof HTMLInputElement) id.value = crypto.randomUUID();
  say(form, "");
  return html;
}

function say(form: HTMLFormElement, text: string): void {
  const line = form.querySelector<HTMLElement>("#reply-error");
  if (line === null) return;
  line.textContent = text;
  line.hidden = text === "";
}
