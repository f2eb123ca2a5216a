// The two languages that every text of Vez exists in, and how a reader's language is chosen.

export const LOCALES = ["pt-BR", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in both languages. */
export type Text = Record<Locale, string>;

export const DEFAULT_ZONE = "America/Sao_Paulo";

/** The first language of an Accept-Language header that we speak; Portuguese when none is. */
export function localeFromHeader(header: string | null | undefined): Locale {
  for (const part of (header ?? "").slice(0, 200).split(",")) {
    const tag = part.split(";")[0]?.trim().toLowerCase() ?? "";
    if (tag.startsWith("pt")) return "pt-BR";
    if (tag.startsWith("en")) return "en";
  }
  return "pt-BR";
}
