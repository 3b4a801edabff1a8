import { claimFolder } from "./claim-folder.ts";

// A program of its own for the test of the lock: says whether it got the folder, and keeps it until its input ends.
const [folder = ""] = process.argv.slice(2);
process.stdin.resume();
process.stdin.once("data", () => {
  try {
    claimFolder(folder);
    process.stdout.write("claimed\n");
  } catch (error) {
    process.stdout.write(`${(error as Error).name}: ${(error as Error).message}\n`);
  }
});
process.stdout.write("waiting\n");
