// Sockets that speak both families show an IPv4 address behind a prefix.
const LOOPBACK_V4 = /^(::ffff:)?127(\.\d{1,3}){3}$/;

/** Whether only programs of this machine can reach an address that a server binds to, or an address is one of them. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || LOOPBACK_V4.test(host);
}
