import { useParams } from "@tanstack/react-router";
import { Preferences } from "../capabilities/privacy/index.ts";
import { Gate } from "../platform/session/Gate.tsx";

/** `/preferences/$token`: what somebody allowed us, without signing in. */
export function PreferencesPage() {
  const { token = "" } = useParams({ strict: false }) as { token?: string };
  return (
    <Gate look="alone">
      <Preferences token={token} />
    </Gate>
  );
}
