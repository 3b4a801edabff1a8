import { ArrowDownUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";

const ORDERS = ["stageSince", "expectedClose", "-amount", "-opened", "name"] as const;

/** In which order the cards of a column stand. */
export function BoardSort({ order, onChange }: { order: string; onChange: (order: string) => void }) {
  const { t } = useTranslation("opportunities");
  const known = ORDERS.find((each) => each === order);
  return (
    <Menu
      label={t("order")}
      items={ORDERS.map((each) => ({
        id: each,
        words: t(`orders.${each}`),
        chosen: each === order,
        run: () => onChange(each),
      }))}
      renderOpener={(opener) => (
        <Button {...opener} look="quiet" size="small" icon={ArrowDownUp}>
          {known === undefined ? t("order") : t(`orders.${known}`)}
        </Button>
      )}
    />
  );
}
