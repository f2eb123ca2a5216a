// domain/directory/neutral-order.ts as SQL, so that one page can be read out of many thousands.
import { type SQL, sql } from "drizzle-orm";
import type { Draw } from "../../domain/directory/neutral-order.ts";

/** The key of professional `id`; compared byte by byte, as in the domain. */
export function neutralKeySql({ day, tenantId }: Draw, id: SQL): SQL {
  return sql`(encode(sha256(convert_to(${`${day} ${tenantId} `}::text || ${id}, 'UTF8')), 'hex') COLLATE "C")`;
}
