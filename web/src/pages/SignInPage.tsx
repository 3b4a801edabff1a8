import { SignIn } from "../platform/session/SignIn.tsx";

/** `/sign-in` */
export function SignInPage() {
  return <SignIn />;
}
