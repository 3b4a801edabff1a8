import { sql } from "kysely";
import type { RawBuilder } from "kysely";

/** When somebody of these companies was last in touch: what they did, or what our people did with them. `accounts` is a `uuid[]`. */
export const lastAt = (accounts: RawBuilder<unknown>): RawBuilder<Date | null> => sql`greatest(
  (
    select max(touch.at)
    from published.membership as belongs
    join published.identifier as identifier on identifier.contact_id = belongs.contact_id
    cross join lateral (
      select max(t.at) as at from published.touch as t where t.identifier_id = identifier.id
    ) as touch
    where belongs.account_id = any(${accounts}) and belongs.until is null
  ),
  (
    select max(activity.at) from published.activity as activity where activity.account_id = any(${accounts})
  ),
  (
    select max(activity.at)
    from published.membership as belongs
    join published.activity as activity on activity.contact_id = belongs.contact_id
    where belongs.account_id = any(${accounts}) and belongs.until is null and activity.account_id is null
  )
)`;
