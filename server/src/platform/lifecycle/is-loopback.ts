const LOOPBACK_V4 = /^127(\.\d{1,3}){3}$/;

/** Whether only programs of this machine can reach an address that a server binds to. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || LOOPBACK_V4.test(host);
}
