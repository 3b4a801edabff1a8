import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { paletteOpen } from "../palette/palette.ts";
import { Bell } from "./Bell.tsx";

/** Beside the title of a phone's first page: finding anything, and what came in. A desk has both at the left. */
export function PhoneTools() {
  const { t } = useTranslation("shell");
  if (!usePhone()) return null;
  return (
    <>
      <Button look="quiet" size="large" icon={Search} label={t("search")} onClick={() => paletteOpen.set(true)} />
      <Bell />
    </>
  );
}
