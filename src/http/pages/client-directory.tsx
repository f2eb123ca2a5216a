// The list from which a client chooses: whom he wrote to, his filters, and each professional in the words of his own profile.
import { MOST_CONTACT_CHARACTERS, MOST_OPEN_CONTACTS } from "../../domain/directory/contact-limits.ts";
import { type Filters, isUnfiltered } from "../../domain/directory/filters.ts";
import { AREA_NAMES, isArea, SUBAREAS } from "../../domain/legal/areas.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import type { Locale } from "../../domain/locale.ts";
import { languageName, placeWords } from "../../domain/words/labels.ts";
import { dayWords, moneyWords } from "../../domain/words/moments.ts";
import type { ContactView, ProfessionalEntry } from "../../services/directory/entry.ts";
import type { DirectoryPage } from "../../services/directory/list-professionals.ts";
import { CONSULTATION_LANGUAGES } from "../../services/professionals/profile-patch.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { CASE } from "./texts/client-case.ts";
import { CONTACT_STATUS, LIST } from "./texts/directory.ts";

export interface DirectoryProps {
  page: DirectoryPage;
  area: string | null;
  filters: Filters;
  /** The filters as they stand in the address, for the links and forms that keep them. */
  query: URLSearchParams;
  wrongFilter: boolean;
  written: boolean;
  /** Why a contact failed, with what was typed. */
  failed?: { words: string; text: string };
  locale: Locale;
}

export function Directory({ page, area, filters, query, wrongFilter, written, failed, locale }: DirectoryProps) {
  const path = pathOf(page.case_id);
  const open = page.contacted.filter(({ status }) => status === "pending" || status === "seen").length;
  return (
    <div class="stack loose directory">
      <div class="stack tight">
        <p>
          <a class="way" href={`/conversations/${page.case_id}#latest`}>
            {CASE.back[locale]}
          </a>
        </p>
        <h1>{LIST.title[locale]}</h1>
        <p class="lead">{LIST.lead[locale]}</p>
        <details>
          <summary>{LIST.orderTitle[locale]}</summary>
          <p>{LIST.order[locale]}</p>
        </details>
      </div>
      {written && <Notice kind="good">{LIST.written[locale]}</Notice>}
      {failed !== undefined && (
        <Notice kind="bad" title={failed.words}>
          {failed.text !== "" && (
            <>
              <p>{LIST.yours[locale]}</p>
              <blockquote class="summary">{failed.text}</blockquote>
            </>
          )}
        </Notice>
      )}
      {page.contacted.length > 0 && <Contacts contacted={page.contacted} locale={locale} />}
      <FilterForm path={path} area={area} filters={filters} wrong={wrongFilter} locale={locale} />
      <section class="stack" aria-labelledby="list-title" id="list">
        <h2 id="list-title">{countWords(page.total, filters, locale)}</h2>
        <p class="soft small">
          {LIST.drawn[locale]} <time datetime={page.day}>{dayWords(page.day, locale)}</time>
        </p>
        {page.items.length === 0 && <Empty>{emptyWords(filters, open, locale)}</Empty>}
        <ul class="list">
          {page.items.map((one) => (
            <Entry one={one} path={path} query={query} mayWrite={open < MOST_OPEN_CONTACTS} locale={locale} />
          ))}
        </ul>
        <p class="row">
          {page.next !== null && (
            <a class="button quiet" href={withCursor(path, query, page.next)}>
              {LIST.next[locale]}
            </a>
          )}
          {query.has("cursor") && <a href={withCursor(path, query, null)}>{LIST.first[locale]}</a>}
        </p>
      </section>
    </div>
  );
}

function Contacts({ contacted, locale }: { contacted: ContactView[]; locale: Locale }) {
  return (
    <section class="card stack tight" id="contacts" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{LIST.contacts[locale]}</h2>
      <p class="soft small">{LIST.limits[locale]}</p>
      <ul class="contacts">
        {contacted.map((one) => {
          const open = one.status === "pending" || one.status === "seen";
          return (
            <li>
              <strong>{one.name}</strong>{" "}
              <span class={open ? "tag good" : "tag"}>{CONTACT_STATUS[one.status][locale]}</span>
              {open && (
                <span class="soft small block">
                  {LIST.until[locale]} <Moment at={one.expires_at} locale={locale} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FilterForm({
  path,
  area,
  filters,
  wrong,
  locale,
}: {
  path: string;
  area: string | null;
  filters: Filters;
  wrong: boolean;
  locale: Locale;
}) {
  const set = !isUnfiltered(filters);
  const subareas = isArea(area) ? SUBAREAS[area] : [];
  const option = (value: string, words: string, chosen: string | undefined) => (
    <option value={value} selected={value === (chosen ?? "")}>
      {words}
    </option>
  );
  return (
    <details class="card" open={set || wrong}>
      <summary>{LIST.filters[locale]}</summary>
      <form method="get" action={path} class="stack">
        <p class="soft small">{LIST.filtersHint[locale]}</p>
        {wrong && <Notice kind="care">{LIST.wrongFilter[locale]}</Notice>}
        <div class="filters">
          <Field id="f-subarea" label={LIST.subarea[locale]}>
            <select class="input" id="f-subarea" name="subarea">
              {option("", LIST.any[locale], filters.subarea)}
              {subareas.map(({ slug, name }) => option(slug, name[locale], filters.subarea))}
            </select>
          </Field>
          <Field id="f-uf" label={LIST.uf[locale]}>
            <select class="input" id="f-uf" name="uf">
              {option("", LIST.any[locale], filters.uf)}
              {UFS.map((uf) => option(uf, uf, filters.uf))}
            </select>
          </Field>
          <Field id="f-city" label={LIST.city[locale]}>
            <input class="input" id="f-city" name="city" maxlength={80} value={filters.city ?? ""} />
          </Field>
          <Field id="f-language" label={LIST.language[locale]}>
            <select class="input" id="f-language" name="language">
              {option("", LIST.any[locale], filters.language)}
              {CONSULTATION_LANGUAGES.map((one) => option(one, languageName(one, locale), filters.language))}
            </select>
          </Field>
          <Field id="f-price" label={LIST.maxPrice[locale]}>
            <input
              class="input"
              id="f-price"
              name="max_price"
              inputmode="numeric"
              maxlength={12}
              value={filters.max_price === undefined ? "" : String(filters.max_price)}
            />
          </Field>
        </div>
        <label class="check">
          <input type="checkbox" name="remote" value="1" checked={filters.remote !== undefined} />
          <span>{LIST.remote[locale]}</span>
        </label>
        <div class="row">
          <button type="submit" class="button quiet">
            {LIST.apply[locale]}
          </button>
          {set && <a href={path}>{LIST.clear[locale]}</a>}
        </div>
      </form>
    </details>
  );
}

function Entry({
  one,
  path,
  query,
  mayWrite,
  locale,
}: {
  one: ProfessionalEntry;
  path: string;
  query: URLSearchParams;
  mayWrite: boolean;
  locale: Locale;
}) {
  const id = `note-${one.id}`;
  return (
    <li class="card stack tight" id={one.id}>
      <h3>{one.name}</h3>
      <p class="row small">
        <span class="code">{one.licence}</span>
        <span>{placeWords(one.municipality, one.uf)}</span>
        {one.remote && <span class="soft">{LIST.distance[locale]}</span>}
        {one.fictitious && <span class="tag">{LIST.fictitious[locale]}</span>}
      </p>
      <dl class="facts">
        <dt>{LIST.areas[locale]}</dt>
        <dd>{one.areas.map((area) => (isArea(area) ? AREA_NAMES[area][locale] : area)).join(", ")}</dd>
        <dt>{LIST.languages[locale]}</dt>
        <dd>{one.languages.map((language) => languageName(language, locale)).join(", ")}</dd>
        <dt>{LIST.price[locale]}</dt>
        <dd>{moneyWords(one.fee_cents, locale)}</dd>
      </dl>
      <details>
        <summary>{LIST.ownWords[locale]}</summary>
        <p class="summary" lang="pt-BR">
          {one.profile}
        </p>
      </details>
      {mayWrite && (
        <details class="write-to">
          <summary class="button">{LIST.write[locale].replace("{name}", one.name)}</summary>
          <form method="post" action={path} class="stack">
            <input type="hidden" name="professional_id" value={one.id} />
            <input type="hidden" name="query" value={query.toString()} />
            <Field id={id} label={LIST.text[locale]} hint={LIST.textHint[locale]}>
              <textarea
                class="input"
                id={id}
                name="text"
                rows={3}
                maxlength={MOST_CONTACT_CHARACTERS}
                {...describedBy(id, LIST.textHint)}
              />
            </Field>
            <div>
              <button type="submit" class="button">
                {LIST.send[locale].replace("{name}", one.name)}
              </button>
            </div>
          </form>
        </details>
      )}
    </li>
  );
}

function pathOf(caseId: string): string {
  return `/conversations/${caseId}/professionals`;
}

function withCursor(path: string, query: URLSearchParams, cursor: string | null): string {
  const to = new URLSearchParams(query);
  if (cursor === null) to.delete("cursor");
  else to.set("cursor", cursor);
  return to.size === 0 ? path : `${path}?${to}#list`;
}

function countWords(total: number, filters: Filters, locale: Locale): string {
  const words = isUnfiltered(filters) ? [LIST.one, LIST.many] : [LIST.oneFiltered, LIST.manyFiltered];
  const [one = LIST.one, many = LIST.many] = words;
  return total === 1 ? one[locale] : many[locale].replace("{n}", total.toLocaleString(locale));
}

function emptyWords(filters: Filters, open: number, locale: Locale): string {
  if (!isUnfiltered(filters)) return LIST.noneFiltered[locale];
  return (open > 0 ? LIST.noneOpen : LIST.none)[locale];
}
