// A secret that is told this once: as text that can be marked, with a button to copy it where scripts run.
import type { Locale } from "../../../domain/locale.ts";

const COPY = { "pt-BR": "Copiar", en: "Copy" };
const COPIED = { "pt-BR": "Copiado", en: "Copied" };

export function SecretOnce({ label, secret, locale }: { label: string; secret: string; locale: Locale }) {
  return (
    <div class="notice good stack tight" role="status">
      <strong>{label}</strong>
      <span class="row">
        <code class="code secret" id="secret">
          {secret}
        </code>
        <button type="button" class="button small" data-copy="secret" data-copied={COPIED[locale]} hidden>
          {COPY[locale]}
        </button>
      </span>
    </div>
  );
}
