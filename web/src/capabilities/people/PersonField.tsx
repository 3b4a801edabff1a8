import { SelectField } from "../../ui/fields/SelectField.tsx";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { usePeople } from "./usePeople.ts";

export interface PersonFieldProps extends FieldProps {
  value: string | undefined;
  onChange: (personId: string | undefined) => void;
  clearable?: boolean;
}

/** Chooses one of the people who work here. */
export function PersonField(props: PersonFieldProps) {
  const { options } = usePeople();
  return <SelectField {...props} options={options} />;
}
