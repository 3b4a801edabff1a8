import Select, { type SelectProps } from "antd/es/select";
import { AntdScope } from "./AntdScope.tsx";

/** Ant Design's choice in our tokens; a module of its own, so that it is fetched when the first choice is drawn. */
export default function AntdSelect(props: SelectProps<string | string[]>) {
  return (
    <AntdScope>
      <Select<string | string[]> {...props} />
    </AntdScope>
  );
}
