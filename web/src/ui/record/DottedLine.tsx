import { Fragment, isValidElement, type ReactNode } from "react";

/** Facts on one line with a dot between them; those that are not known leave no gap. Cut at the end like one text. */
export function DottedLine({ facts }: { facts: readonly ReactNode[] }) {
  const known = facts.filter((fact) => fact !== null && fact !== undefined && fact !== false && fact !== "");
  return known.map((fact, at) => (
    <Fragment key={(isValidElement(fact) ? fact.key : null) ?? at}>
      {at === 0 ? null : " · "}
      {fact}
    </Fragment>
  ));
}
