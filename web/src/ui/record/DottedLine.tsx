import { Children, Fragment, type ReactNode } from "react";

/** Facts on one line with a dot between them; those that are not known leave no gap. Cut at the end like one text. */
export function DottedLine({ children }: { children: ReactNode }) {
  // `toArray` leaves out nothing, true and false, and gives every fact a key.
  const facts = Children.toArray(children).filter((fact) => fact !== "");
  return facts.map((fact, at) => (
    <Fragment key={typeof fact === "object" && "key" in fact ? fact.key : at}>
      {at === 0 ? null : " · "}
      {/* A name that is written from right to left turns round nothing beside it. */}
      <bdi>{fact}</bdi>
    </Fragment>
  ));
}
