import type { FieldOption } from "@tongzhou/contract/fields";
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { newOptionId } from "./field-draft.ts";
import styles from "./FieldDialog.module.css";

const MAX_NAME = 60;

export interface OptionRowsProps {
  options: readonly FieldOption[];
  onChange: (options: FieldOption[]) => void;
}

/** What can be chosen, in its order. An option that is no longer offered stays where it was chosen. */
export function OptionRows({ options, onChange }: OptionRowsProps) {
  const { t } = useTranslation("fields");
  const set = (at: number, change: Partial<FieldOption>) =>
    onChange(options.map((option, place) => (place === at ? { ...option, ...change } : option)));
  const step = (at: number, by: number) => {
    const next = [...options];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  return (
    <fieldset className={styles.options}>
      <legend className="t13 ink2">{t("options")}</legend>
      {options.map((option, at) => {
        const place = at + 1;
        return (
          <div key={option.id} className={styles.option}>
            <TextField
              label={t("optionName", { place })}
              labelUnseen
              placeholder={t("optionPlaceholder")}
              value={option.name}
              disabled={option.archived}
              onChange={(name) => set(at, { name })}
              maxLength={MAX_NAME}
            />
            <TextField
              label={t("optionNameEn", { place })}
              labelUnseen
              placeholder={t("optionPlaceholderEn")}
              value={option.nameEn ?? ""}
              disabled={option.archived}
              onChange={(nameEn) => set(at, { nameEn: nameEn === "" ? null : nameEn })}
              maxLength={MAX_NAME}
            />
            <span className="row">
              <Button
                size="small"
                look="quiet"
                icon={ArrowUp}
                label={t("optionUp", { place })}
                disabled={at === 0}
                onClick={() => step(at, -1)}
              />
              <Button
                size="small"
                look="quiet"
                icon={ArrowDown}
                label={t("optionDown", { place })}
                disabled={at === options.length - 1}
                onClick={() => step(at, 1)}
              />
              <Button
                size="small"
                look="quiet"
                icon={option.archived ? ArchiveRestore : Archive}
                label={t(option.archived ? "optionBack" : "optionArchive", { place })}
                onClick={() =>
                  option.name === ""
                    ? onChange(options.filter((one) => one !== option))
                    : set(at, { archived: !option.archived })
                }
              />
            </span>
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          icon={Plus}
          onClick={() => onChange([...options, { id: newOptionId(), name: "", nameEn: null, archived: false }])}
        >
          {t("addOption")}
        </Button>
      </div>
    </fieldset>
  );
}
