import type { DecidedMove } from "../record-moves.ts";
import type { Move } from "../domain/lead-move.ts";
import type { LeadState } from "../domain/lead-state.ts";
import type { PoolIds } from "../queries/pool-rows.ts";
import type { FollowingRows, NewLeadRow } from "../queries/lead-rows.ts";
import type { LeadCapture } from "./lead-capture.ts";
import type { LockedLead } from "./lead-move-request.ts";

/** A lead that begins: its id, what it was captured from and by which row of the table it entered. */
export interface Entrant {
  readonly id: string;
  readonly capture: LeadCapture;
  readonly entry: Move;
}

interface Newborn extends Entrant {
  state: LeadState;
  readonly moves: DecidedMove[];
}

/**
 * Leads that an operation opens and has not written yet. Nobody else can see them, so they are judged, moved and routed in
 * memory and written once, as they ended up, with every step in the ledger: writing each step would cost an insert, two
 * updates of a row with eleven indexes and two images that nobody could ever go back to.
 */
export class NewbornLeads {
  readonly pools: PoolIds;
  readonly #leads: Map<string, Newborn>;
  readonly #followers: FollowingRows[] = [];

  constructor(entrants: readonly Entrant[], pools: PoolIds) {
    this.pools = pools;
    this.#leads = new Map(
      entrants.map((entrant) => [entrant.id, { ...entrant, state: entrant.entry.lead, moves: [] }]),
    );
  }

  has(leadId: string): boolean {
    return this.#leads.has(leadId);
  }

  /** The lead as the lead table sees it; undefined for any that is stored. */
  find(leadId: string): LockedLead | undefined {
    const newborn = this.#leads.get(leadId);
    if (newborn === undefined) return undefined;
    const { capture, state } = newborn;
    const { contactId, homeContactId, accountId, homeAccountId = accountId, productLineId, campaignId, at } = capture;
    return {
      id: leadId,
      contactId,
      homeContactId,
      accountId,
      homeAccountId,
      productLineId,
      campaignId,
      capturedAt: at,
      poolId: this.pools.columnsOf(state.holder).poolId,
      state,
      openAssignmentId: null,
      openSiblingId: null,
    };
  }

  /** Keeps a move that was decided of one of them. */
  record(decided: DecidedMove): void {
    const newborn = this.#leads.get(decided.before.id);
    if (newborn === undefined) throw new Error(`the lead ${decided.before.id} is not new`);
    newborn.state = decided.move.lead;
    newborn.moves.push(decided);
  }

  /** Has rows written with the leads that they refer to. */
  followedBy(rows: FollowingRows): void {
    this.#followers.push(rows);
  }

  get followers(): readonly FollowingRows[] {
    return this.#followers;
  }

  /** In the order in which they were captured. */
  get all(): readonly Readonly<Newborn>[] {
    return [...this.#leads.values()];
  }

  /** The rows of these leads as they are at present. */
  rowsOf(leadIds: readonly string[]): NewLeadRow[] {
    return leadIds.flatMap((leadId) => {
      const newborn = this.#leads.get(leadId);
      return newborn === undefined ? [] : rowOf(newborn, this.pools);
    });
  }
}

function rowOf({ id, capture, state }: Newborn, pools: PoolIds): NewLeadRow {
  const { ownerId, poolId, poolKind } = pools.columnsOf(state.holder);
  return {
    id,
    contact_id: capture.contactId,
    home_contact_id: capture.homeContactId,
    account_id: capture.accountId,
    home_account_id: capture.homeAccountId ?? capture.accountId,
    product_line_id: capture.productLineId,
    campaign_id: capture.campaignId,
    stage: state.stage,
    owner_id: ownerId,
    pool_id: poolId,
    pool_kind: poolKind,
    cycle: state.cycle,
    nurture_group: state.group,
    reason: state.reason,
    source: capture.source,
    self_sourced: capture.entry.kind === "typed",
    history: capture.entry.kind === "history",
    captured_at: capture.at,
    note: capture.note ?? null,
  };
}
