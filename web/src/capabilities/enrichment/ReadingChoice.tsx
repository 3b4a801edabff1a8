import type { CsvEncoding, FileReading } from "@tongzhou/contract/import-settings";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/fields/SelectField.tsx";

const ENCODINGS: readonly { value: CsvEncoding; words: string }[] = [
  { value: "utf-8", words: "UTF-8" },
  { value: "gb18030", words: "GB18030 (GBK)" },
  { value: "utf-16le", words: "UTF-16" },
];

/** For a file whose letters look wrong: how its bytes are read. Recognised unless somebody says otherwise. */
export function ReadingChoice({ value, onChange }: { value: FileReading; onChange: (reading: FileReading) => void }) {
  const { t } = useTranslation("enrichment");
  return (
    <details className="t13">
      <summary className="ink2">{t("looksWrong")}</summary>
      <div style={{ maxWidth: "280px", marginTop: "8px" }}>
        <SelectField<CsvEncoding>
          label={t("encoding")}
          options={ENCODINGS}
          value={value.encoding}
          placeholder={t("recognised")}
          clearable
          onChange={(encoding) => onChange(encoding === undefined ? {} : { encoding })}
        />
      </div>
    </details>
  );
}
