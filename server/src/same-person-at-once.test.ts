import { expect, test } from "vitest";
import { normaliseIdentifier } from "./capabilities/contacts/index.ts";
import { formOf, openCaptureWorld } from "./capture-world.fixture.ts";

const ROUNDS = 200;
const AT_ONCE = 16;
const LIMIT_MS = 180_000;

test(
  "sixteen captures of one person at once give one contact, one lead and each identifier once, two hundred times over",
  async () => {
    const world = await openCaptureWorld();
    const at = world.database.house.clock.now();
    for (let round = 0; round < ROUNDS; round++) {
      const number = `137${String(10_000_000 + round)}`;
      const others = [
        normaliseIdentifier("email", `zhang${round}@cangang.example`),
        normaliseIdentifier("phone", `136${String(10_000_000 + round)}`),
      ].map(({ kind, value, raw, strong }) => ({ kind, value: value ?? "", raw, strong }));
      // Each brings what the others may not know, in another order, as forms, calls and cards of one person do.
      const drafts = Array.from({ length: AT_ONCE }, (_, place) => {
        const form = formOf(place % 2 === 0 ? "张伟明" : "張偉明", number, at, { company: `沧港钢铁${round}` });
        const more = others.filter((_one, which) => (place & (1 << which)) !== 0);
        const identifiers = [...form.contact.identifiers, ...more];
        return {
          ...form,
          contact: { ...form.contact, identifiers: place % 3 === 0 ? identifiers.toReversed() : identifiers },
        };
      });
      const captured = (await Promise.all(drafts.map((draft) => world.capture(draft)))).flat();
      expect(new Set(captured.map(({ contactId }) => contactId)).size).toBe(1);
      expect(captured.filter(({ newContact }) => newContact)).toHaveLength(1);
      expect(captured.filter(({ outcome }) => outcome === "opened")).toHaveLength(1);
    }
    const [counts] = await world.rows(`
      select (select count(*) from contact)::int as contacts,
        (select count(*) from lead)::int as leads,
        (select count(*) from account)::int as accounts,
        (select count(*) from identifier where kind <> 'record')::int as identifiers,
        (select count(*) from touch)::int as touches,
        (select count(*) from contact_conflict)::int as conflicts`);
    expect(counts).toEqual({
      contacts: ROUNDS,
      leads: ROUNDS,
      accounts: ROUNDS,
      identifiers: 3 * ROUNDS,
      touches: AT_ONCE * ROUNDS,
      conflicts: 0,
    });
  },
  LIMIT_MS,
);
