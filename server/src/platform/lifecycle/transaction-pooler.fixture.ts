import { createConnection, createServer, type Server, type Socket } from "node:net";

// A pooler of transactions as small as the protocol allows (PostgreSQL documentation, "Frontend/Backend Protocol"):
// clients are welcomed here, and each simple query goes to whichever session is free, kept until its transaction ends.

const SSL_REQUEST = 80_877_103;
const QUERY = "Q".charCodeAt(0);
const READY = "Z".charCodeAt(0);
const IDLE = "I".charCodeAt(0);
const HEADER = 5;

interface Session {
  readonly socket: Socket;
  client: Socket | undefined;
  received: Buffer;
}

/** Starts the pooler in front of a server's socket, on a free loopback port, with two sessions. */
export async function startTransactionPooler(target: { socketPath: string; user: string; database: string }): Promise<{
  port: number;
  close: () => Promise<void>;
}> {
  const sessions = await Promise.all([openSession(target), openSession(target)]);
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => undefined);
    serve(client, sessions);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { port: portOf(server), close: () => closeAll(server, [...clients, ...sessions.map((each) => each.socket)]) };
}

function serve(client: Socket, sessions: readonly Session[]): void {
  let waiting = Buffer.alloc(0);
  let welcomed = false;
  client.on("data", (piece) => {
    waiting = Buffer.concat([waiting, piece]);
    if (!welcomed) {
      const length = waiting.readInt32BE(0);
      const code = waiting.readInt32BE(4);
      waiting = waiting.subarray(length);
      if (code === SSL_REQUEST) return void client.write("N");
      welcomed = true;
      client.write(welcome());
    }
    while (waiting.length >= HEADER && waiting.length > waiting.readInt32BE(1)) {
      const size = waiting.readInt32BE(1) + 1;
      if (waiting[0] === QUERY) forward(client, waiting.subarray(0, size), sessions);
      waiting = waiting.subarray(size);
    }
  });
}

/** A client in a transaction keeps its session; another gets the first that is free. */
function forward(client: Socket, message: Buffer, sessions: readonly Session[]): void {
  const session = sessions.find((each) => each.client === client) ?? sessions.find((each) => each.client === undefined);
  if (session === undefined) throw new Error("no session is free");
  session.client = client;
  session.socket.write(message);
}

async function openSession(target: { socketPath: string; user: string; database: string }): Promise<Session> {
  const socket = createConnection(target.socketPath);
  const session: Session = { socket, client: undefined, received: Buffer.alloc(0) };
  const words = Buffer.from(`user\0${target.user}\0database\0${target.database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + words.length, 0);
  head.writeInt32BE(196_608, 4); // protocol 3.0
  socket.write(Buffer.concat([head, words]));
  await new Promise<void>((resolve) => {
    socket.on("data", (piece) => {
      session.received = Buffer.concat([session.received, piece]);
      for (let message = nextMessage(session); message !== undefined; message = nextMessage(session)) {
        const { client } = session;
        const isReady = message[0] === READY;
        if (isReady && message[HEADER] === IDLE) session.client = undefined;
        client?.write(message);
        if (isReady) resolve();
      }
    });
  });
  return session;
}

function nextMessage(session: Session): Buffer | undefined {
  const { received } = session;
  if (received.length < HEADER || received.length <= received.readInt32BE(1)) return undefined;
  const size = received.readInt32BE(1) + 1;
  session.received = received.subarray(size);
  return received.subarray(0, size);
}

/** AuthenticationOk, then ReadyForQuery in the idle state. */
function welcome(): Buffer {
  return Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, READY, 0, 0, 0, 5, IDLE]);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address !== "object") throw new Error("the pooler has no port");
  return address.port;
}

function closeAll(server: Server, sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => void server.close(() => resolve()));
}
