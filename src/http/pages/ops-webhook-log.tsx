// The log of a webhook: each delivery with its tries, and a press to send it again.
import type { Locale } from "../../domain/locale.ts";
import type { DeliveryView } from "../../services/webhooks/list-deliveries.ts";
import { Heads, Table } from "./ops-parts.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { DELIVERY_STATUSES, WEBHOOKS } from "./texts/ops-webhooks.ts";

const KINDS = { pending: "tag care", delivered: "tag good", failed: "tag bad" } as const;

export function DeliveryTable(props: { path: string; items: DeliveryView[]; off: boolean; locale: Locale }) {
  const { path, items, off, locale } = props;
  if (items.length === 0) return <Empty>{WEBHOOKS.logEmpty[locale]}</Empty>;
  const heads = [WEBHOOKS.event, WEBHOOKS.status, WEBHOOKS.attempts, WEBHOOKS.at, WEBHOOKS.act];
  return (
    <Table label={WEBHOOKS.log[locale]} head={<Heads names={heads} locale={locale} />}>
      {items.map((item) => (
        <tr data-row="" tabindex={-1} data-under-way={item.status === "pending" ? "" : undefined}>
          <th scope="row">
            {item.type}
            <details>
              <summary class="code">{item.event_id}</summary>
              <code class="code wrap">{item.body}</code>
            </details>
          </th>
          <td>
            <span class={KINDS[item.status]}>{DELIVERY_STATUSES[item.status][locale]}</span>
          </td>
          <td>
            <Attempts item={item} locale={locale} />
          </td>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
          <td>
            {!off && (
              <form method="post" action={`${path}/deliveries/${item.id}/redeliver`}>
                <button type="submit" class="button small quiet" aria-label={`${WEBHOOKS.again[locale]}: ${item.type}`}>
                  {WEBHOOKS.again[locale]}
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Attempts({ item, locale }: { item: DeliveryView; locale: Locale }) {
  return (
    <>
      {item.attempts.map(({ at, status, error, ms, head }) => (
        <div>
          <span class="code">{[status, error, `${ms} ms`].filter((part) => part !== null).join(" · ")}</span>{" "}
          <span class="soft">
            <Moment at={at} locale={locale} style="short" /> {head}
          </span>
        </div>
      ))}
      {item.next_at !== null && item.attempts.length > 0 && (
        <div class="soft">
          {WEBHOOKS.nextAt[locale]}: <Moment at={item.next_at} locale={locale} style="short" />
        </div>
      )}
    </>
  );
}
