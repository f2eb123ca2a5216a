// The files of a case, with plain forms: add, open, rename, delete after a second press; each side changes its own.
import type { Locale, Text } from "../../domain/locale.ts";
import type { Side } from "../../domain/talk/sides.ts";
import { sizeWords } from "../../domain/words/sizes.ts";
import type { FileView } from "../../services/files/file-view.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { CASE } from "./texts/client-case.ts";

interface FilesProps {
  /** Under which they are added and opened. */
  to: string;
  /** Who looks at them. */
  side?: Side;
  files: readonly FileView[];
  maxMb: number;
  error?: string | undefined;
  locale: Locale;
}

// Without HEIC a phone hands over its photos as JPEG, whose place is taken out; one that is chosen all the same is kept.
export const FILE_TYPES = "application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp";

export function CaseFiles({ to, side = "client", files, maxMb, error = undefined, locale }: FilesProps) {
  return (
    <section class="card stack" id="files" aria-labelledby="files-title">
      <h2 id="files-title">{CASE.files[locale]}</h2>
      {files.length === 0 && <p class="soft">{CASE.filesNone[locale]}</p>}
      <ul class="files">
        {files.map((file) => (
          <FileItem to={to} side={side} file={file} locale={locale} />
        ))}
      </ul>
      <form method="post" action={to} enctype="multipart/form-data" class="stack" id="add-files">
        <Field
          id="file"
          label={CASE.choose[locale]}
          hint={(side === "client" ? CASE.filesHint : CASE.filesHintPro)[locale].replace("{mb}", String(maxMb))}
          error={error ?? null}
        >
          <input
            class="input"
            type="file"
            id="file"
            name="file"
            multiple
            required
            accept={FILE_TYPES}
            {...describedBy("file", true, error ?? null)}
          />
        </Field>
        <p id="sending" role="status" class="soft" hidden />
        <div>
          <button type="submit" class="button quiet">
            {CASE.add[locale]}
          </button>
        </div>
      </form>
    </section>
  );
}

interface ItemProps {
  to: string;
  side: Side;
  file: FileView;
  locale: Locale;
}

function FileItem({ to, side, file, locale }: ItemProps) {
  return (
    <li class="stack tight">
      <p>
        <a href={`${to}/${file.id}`}>{file.name}</a>
        <span class="soft small block">
          {sizeWords(file.bytes, locale)} · <Moment at={new Date(file.created_at)} locale={locale} style="short" />
          {(file.by === "professional" || side === "professional") && ` · ${addedBy(file, side)[locale]}`}
        </span>
      </p>
      {file.by === side && <Change to={to} file={file} locale={locale} />}
    </li>
  );
}

function addedBy({ by }: FileView, side: Side): Text {
  if (by === side) return CASE.byMe;
  return by === "client" ? CASE.byClient : CASE.byProfessional;
}

function Change({ to, file, locale }: Omit<ItemProps, "side">) {
  return (
    <details>
      <summary aria-label={`${CASE.change[locale]}: ${file.name}`}>{CASE.change[locale]}</summary>
      <div class="stack">
        <form method="post" action={`${to}/${file.id}/rename`} class="stack tight">
          <Field id={`name-${file.id}`} label={CASE.name[locale]}>
            <input class="input" id={`name-${file.id}`} name="name" value={file.name} maxlength={120} required />
          </Field>
          <div>
            <button type="submit" class="button quiet">
              {CASE.rename[locale]}
            </button>
          </div>
        </form>
        <details>
          <summary>{CASE.remove[locale]}</summary>
          <form method="post" action={`${to}/${file.id}/delete`} class="stack tight">
            <p>{CASE.removeSure[locale]}</p>
            <div>
              <button type="submit" class="button quiet">
                {CASE.removeYes[locale]}
              </button>
            </div>
          </form>
        </details>
      </div>
    </details>
  );
}
