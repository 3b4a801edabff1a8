import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../Icon.tsx";
import styles from "./PasswordField.module.css";
import { TextField, type TextFieldProps } from "./TextField.tsx";

/** A password that its owner may look at. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "end">) {
  const [seen, setSeen] = useState(false);
  const { t } = useTranslation("ui");
  return (
    <TextField
      autoComplete="current-password"
      {...props}
      type={seen ? "text" : "password"}
      end={
        <button
          type="button"
          className={styles.eye}
          aria-label={t(seen ? "hidePassword" : "showPassword")}
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
        >
          <Icon of={seen ? EyeOff : Eye} />
        </button>
      }
    />
  );
}
