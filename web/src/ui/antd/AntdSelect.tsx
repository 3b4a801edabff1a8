import { useEffect, useRef, type ReactElement } from "react";
import Select, { type SelectProps } from "antd/es/select";
import { AntdScope } from "./AntdScope.tsx";

/** Ant Design's choice in our tokens; a module of its own, so that it is fetched when the first choice is drawn. */
export default function AntdSelect(props: SelectProps<string | string[]> & { id: string }) {
  return (
    <AntdScope>
      <Select<string | string[]> {...props} popupRender={namedAfter(props.id)} />
    </AntdScope>
  );
}

/** The list of choices is read aloud by the label of its field; Ant Design names the box alone. */
function NamedList({ fieldId, children }: { fieldId: string; children: ReactElement }) {
  const ref = useRef<HTMLDivElement>(null);
  // After every drawing: the list is another element once nothing fits what is typed.
  useEffect(() => {
    ref.current?.querySelector('[role="listbox"]')?.setAttribute("aria-labelledby", labelIdOf(fieldId));
    // What is longer than the box is scrolled without a mouse, too.
    ref.current?.querySelector(".ant-select-dropdown-list-holder")?.setAttribute("tabindex", "0");
  });
  return <div ref={ref}>{children}</div>;
}

const namedAfter = (fieldId: string) => (list: ReactElement) => <NamedList fieldId={fieldId}>{list}</NamedList>;

const labelIdOf = (fieldId: string): string => `${fieldId}-label`;
