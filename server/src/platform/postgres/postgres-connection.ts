/** Connection settings as `pg` takes them. */
export interface PostgresConnection {
  /** Folder of the socket, or 127.0.0.1 on Windows. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}
