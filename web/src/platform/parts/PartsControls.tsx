import { Check, Columns3, Ellipsis, Phone, Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { FilterChip } from "../../ui/list/ToolRow.tsx";
import styles from "./Parts.module.css";
import { PartsBlock } from "./PartsBlock.tsx";

/** Buttons and choices in their states. */
export function PartsControls() {
  const { t } = useTranslation("parts");
  return (
    <>
      <PartsBlock name={t("buttons.name")}>
        <div className={styles.rows}>
          <Button look="solid" icon={Check} shortcut="a">
            {t("buttons.accept")}
          </Button>
          <Button icon={Undo2} shortcut="r">
            {t("buttons.giveBack")}
          </Button>
          <Button look="quiet">{t("buttons.more")}</Button>
          <Button look="danger">{t("buttons.remove")}</Button>
        </div>
        <div className={styles.rows} style={{ marginTop: "8px" }}>
          <Button size="small">{t("buttons.reassign")}</Button>
          <Button size="tiny" icon={Send}>
            {t("buttons.send")}
          </Button>
          <Button size="small" whyOff={t("buttons.whyOff")}>
            {t("buttons.handOver")}
          </Button>
          <Button size="small" busy>
            {t("buttons.busy")}
          </Button>
          <Button look="quiet" size="small" icon={Phone} label={t("buttons.call")} />
          <Menu
            label={t("buttons.more")}
            items={[
              { id: "send", words: t("buttons.send"), icon: Send, run: () => undefined },
              { id: "columns", words: t("buttons.columns"), icon: Columns3, keys: "c", chosen: true },
              { id: "hand", words: t("buttons.handOver"), whyOff: t("buttons.whyOff") },
              { id: "remove", words: t("buttons.remove"), danger: true, apart: true, run: () => undefined },
            ]}
            renderOpener={(opener) => (
              <Button {...opener} look="quiet" size="small" icon={Ellipsis} label={t("buttons.more")} />
            )}
          />
        </div>
      </PartsBlock>
      <PartsChoices />
    </>
  );
}

function PartsChoices() {
  const { t } = useTranslation("parts");
  const [view, setView] = useState("list");
  const [way, setWay] = useState("turns");
  const [on, setOn] = useState(true);
  const [chosen, setChosen] = useState(true);
  return (
    <PartsBlock name={t("choices.name")}>
      <div className={styles.rows}>
        <Segmented
          label={t("choices.view")}
          value={view}
          onChange={setView}
          options={[
            { value: "list", words: t("choices.list") },
            { value: "board", words: t("choices.board") },
          ]}
        />
        <Checkbox checked={chosen} onChange={setChosen}>
          {t("choices.check")}
        </Checkbox>
        <Checkbox checked={false} some aria-label={t("choices.some")} onChange={() => undefined} />
        <Checkbox checked={false} round aria-label={t("choices.done")} onChange={() => undefined} />
        <Switch on={on} onChange={setOn}>
          {t("choices.switch")}
        </Switch>
        <FilterChip
          field={t("choices.field")}
          operator={t("choices.operator")}
          value={t("choices.value")}
          onOpen={() => undefined}
          onRemove={() => undefined}
        />
      </div>
      <div style={{ marginTop: "8px" }}>
        <Choices
          label={t("choices.way")}
          value={way}
          onChange={setWay}
          options={[
            { value: "turns", words: t("choices.turns"), meaning: t("choices.turnsMeaning") },
            { value: "least", words: t("choices.least"), meaning: t("choices.leastMeaning") },
          ]}
        />
      </div>
    </PartsBlock>
  );
}
