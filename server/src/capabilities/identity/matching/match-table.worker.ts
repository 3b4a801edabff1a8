import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { companyNameKeys } from "../../accounts/domain/company-name-keys.ts";
import { parseRegion } from "../../accounts/domain/parse-region.ts";
import { normaliseIdentifier } from "../../contacts/domain/normalise-identifier.ts";
import { readPersonName } from "../../contacts/domain/read-person-name.ts";
import { createCopyReader } from "../domain/create-copy-reader.ts";
import { matchTable } from "../domain/match-table.ts";
import { contactKeysIn, signatureOf } from "../domain/contact-keys.ts";
import { CONTACT_FIELDS, readComparedContact } from "../domain/read-compared-contact.ts";
import { RecordTableBuilder, type RecordTable } from "../domain/record-table.ts";
import { valueReaders } from "../domain/value-readers.ts";
import { readAloud } from "../read-aloud.ts";
import { SEED, writeId, type FoundEntries, type ThreadAnswer, type ThreadQuestion } from "./thread-messages.ts";

// A thread of its own: contacts come in as the database writes them, pairs go out, and requests are answered meanwhile.
// It needs the neighbours' rules alone, so it takes them from their domains: the front doors would bring database and
// routes along.
if (!parentPort) throw new Error("this file is a worker thread");
const port = parentPort;
const say = (answer: ThreadAnswer, given: ArrayBuffer[] = []): void => port.postMessage(answer, given);

const ID_BYTES = 16;
const readers = valueReaders("persons", { companyNameKeys, parseRegion, normaliseIdentifier, readPersonName });
const builder = new RecordTableBuilder(CONTACT_FIELDS);
const hash = createHash("sha256");
const names = new Map<string, number>();
const namesakes: number[] = [];
const nameOf: number[] = [];
const signatures: number[] = [];
let ids = new Uint8Array(ID_BYTES * 1024);

const read = createCopyReader((contact) => {
  const place = nameOf.length;
  if (ids.length < (place + 1) * ID_BYTES) ids = grown(ids);
  writeId(ids, place, contact.id);
  nameOf.push(contact.name === null ? -1 : numberOf(contact.name));
  const record = readComparedContact(contact, readers);
  builder.add(record);
  signatures.push(signatureOf(record));
});

port.on("message", (piece: ThreadQuestion) => {
  if (piece !== null) {
    hash.update(piece);
    read(piece);
    say({ said: "taken", contacts: nameOf.length });
    return;
  }
  names.clear();
  const table = builder.finish();
  const { model, thresholds, compared, rest, pairs } = matchTable(
    { table, nameOf: Int32Array.from(nameOf), namesakes },
    { readAloud, seed: SEED, onCompared: (contacts) => say({ said: "compared", contacts }) },
  );
  const firstIds = new Uint8Array(pairs.length * ID_BYTES);
  const secondIds = new Uint8Array(pairs.length * ID_BYTES);
  const bits = Float32Array.from(pairs.numbers());
  for (let at = 0; at < pairs.length; at++) {
    // A pair is kept under the lower id first; contacts come in the order of their ids.
    const [low, high] = [Math.min(pairs.first(at), pairs.second(at)), Math.max(pairs.first(at), pairs.second(at))];
    firstIds.set(ids.subarray(low * ID_BYTES, (low + 1) * ID_BYTES), at * ID_BYTES);
    secondIds.set(ids.subarray(high * ID_BYTES, (high + 1) * ID_BYTES), at * ID_BYTES);
  }
  const entries = entriesOf(table);
  const matched = { hash: hash.digest("hex"), model, thresholds, compared, rest, firstIds, secondIds, bits, entries };
  say(
    { said: "matched", matched },
    [firstIds, secondIds, bits, entries.keys].map(({ buffer }) => buffer as ArrayBuffer),
  );
});

function entriesOf(table: RecordTable): FoundEntries {
  const keysOf = contactKeysIn(table, readAloud);
  const starts = new Int32Array(table.size + 1);
  let keys = new Int32Array(1024);
  let length = 0;
  for (let record = 0; record < table.size; record++) {
    for (const key of keysOf(record)) {
      if (length === keys.length) {
        const larger = new Int32Array(keys.length * 2);
        larger.set(keys);
        keys = larger;
      }
      keys[length++] = key;
    }
    starts[record + 1] = length;
  }
  return {
    ids: ids.subarray(0, table.size * ID_BYTES),
    signatures: Int32Array.from(signatures),
    starts,
    keys: keys.slice(0, length),
  };
}

function numberOf(name: string): number {
  const known = names.get(name) ?? namesakes.length;
  names.set(name, known);
  namesakes[known] = (namesakes[known] ?? 0) + 1;
  return known;
}

function grown(from: Uint8Array): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(from.length * 2);
  to.set(from);
  return to;
}
