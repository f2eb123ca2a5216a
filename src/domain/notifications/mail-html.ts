// The same words as a page for mail programs: one column, large letters, no picture, nothing that is fetched.
import type { Locale } from "../locale.ts";

export interface MailWords {
  subject: string;
  /** Paragraphs apart by an empty line; one that is an address alone becomes a button. */
  text: string;
  locale: Locale;
  /** Where such mails are ended; null for those that cannot be. */
  unsubscribe: string | null;
}

const END = {
  "pt-BR": {
    button: "Abrir na Vez",
    why: "Você recebeu este e-mail porque usa a Vez.",
    stop: "Não quero mais e-mails assim",
    plain: "Não quer mais e-mails assim? Um toque basta",
  },
  en: {
    button: "Open in Vez",
    why: "You got this e-mail because you use Vez.",
    stop: "No more e-mails like this",
    plain: "No more e-mails like this? One tap is enough",
  },
} as const;

/** Under the words of a plain mail, how to end such mails. */
export function mailText({ text, locale, unsubscribe }: MailWords): string {
  if (unsubscribe === null) return text;
  // The line of two hyphens and a space begins a signature (RFC 3676, section 4.3).
  return `${text}\n\n-- \nVez\n${END[locale].plain}: ${unsubscribe}`;
}

/** Inline styles, since many mail programs know no others; both schemes of colour are readable. */
export function mailHtml({ subject, text, locale, unsubscribe }: MailWords): string {
  const words = END[locale];
  const body = text
    .split(/\n{2,}/)
    .map((part) => (isAddress(part) ? button(part.trim(), words.button) : paragraph(part)))
    .join("\n");
  const stop = unsubscribe === null ? "" : ` <a href="${escaped(unsubscribe)}" style="color:#5b6670">${words.stop}</a>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:#f6f7f5;color:#1f2a30;font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:34em;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px">
<p style="margin:0 0 20px;font-weight:700;color:#0f6b5c">Vez</p>
<h1 style="margin:0 0 16px;font-size:21px;line-height:1.3">${escaped(subject)}</h1>
${body}
</div>
<p style="max-width:34em;margin:16px auto 0;padding:0 24px;font-size:14px;color:#5b6670">${words.why}${stop}</p>
</body>
</html>
`;
}

function paragraph(part: string): string {
  const lines = part.split("\n").map((line) => (isAddress(line) ? link(line.trim()) : escaped(line)));
  return `<p style="margin:0 0 16px">${lines.join("<br>")}</p>`;
}

function button(href: string, label: string): string {
  const style =
    "display:inline-block;padding:12px 20px;border-radius:8px;background:#0f6b5c;color:#ffffff;text-decoration:none;font-weight:600";
  // The address is written out as well: a link that hides where it leads teaches people to fall for others.
  return `<p style="margin:24px 0 8px"><a href="${escaped(href)}" style="${style}">${label}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5b6670;word-break:break-all">${escaped(href)}</p>`;
}

function link(href: string): string {
  return `<a href="${escaped(href)}" style="color:#0f6b5c">${escaped(href)}</a>`;
}

/** One address of a web page and nothing else. */
function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text.trim());
}

function escaped(text: string): string {
  const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
