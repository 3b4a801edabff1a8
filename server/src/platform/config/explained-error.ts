/**
 * An error whose message was written for the person who started the program: it names what is wrong and what to do.
 * It is printed as it stands, without a stack; every other error is a defect and is printed with one.
 */
export class ExplainedError extends Error {
  override readonly name = "ExplainedError";
}
