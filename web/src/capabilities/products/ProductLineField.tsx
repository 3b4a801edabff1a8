import { SelectField } from "../../ui/fields/SelectField.tsx";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { useProductLines } from "./useProductLines.ts";

export interface ProductLineFieldProps extends FieldProps {
  value: string | undefined;
  onChange: (productLineId: string | undefined) => void;
  clearable?: boolean;
}

/** Chooses one of the product lines that are sold. */
export function ProductLineField(props: ProductLineFieldProps) {
  const { options } = useProductLines();
  return <SelectField {...props} options={options} />;
}
