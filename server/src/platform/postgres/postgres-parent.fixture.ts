import { Client } from "pg";
import { startPostgres } from "./start-postgres.ts";

// A program of its own for the kill tests: starts PostgreSQL on the folder given, inserts numbers one after the other,
// and prints each as soon as the database acknowledged it.
const [dataDir = ""] = process.argv.slice(2);
const postgres = await startPostgres({ dataDir });
process.stdout.write(`postmaster ${postgres.pid}\n`);
const client = new Client(postgres.connection);
client.on("error", () => undefined);
await client.connect();
await client.query("drop table if exists acknowledged; create table acknowledged (number int primary key)");
for (let number = 1; ; number += 1) {
  await client.query("insert into acknowledged values ($1)", [number]);
  process.stdout.write(`${number}\n`);
}
