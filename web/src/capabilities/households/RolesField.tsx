import { HOUSEHOLD_ROLES, type HouseholdRole } from "@tongzhou/contract/memberships";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

export interface RolesFieldProps {
  label: string;
  value: readonly HouseholdRole[];
  onChange: (roles: HouseholdRole[]) => void;
}

/** What somebody is in a household: any number of the four. */
export function RolesField({ label, value, onChange }: RolesFieldProps) {
  const { t } = useTranslation("households");
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="t12 ink2" style={{ padding: 0, marginBottom: "6px" }}>
        {label}
      </legend>
      <div className="row wrap g16 t13">
        {HOUSEHOLD_ROLES.map((role) => (
          <Checkbox
            key={role}
            checked={value.includes(role)}
            onChange={(isOne) => onChange(isOne ? [...value, role] : value.filter((other) => other !== role))}
          >
            {t(`role.${role}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
