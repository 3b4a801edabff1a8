import { existsSync, statfsSync } from "node:fs";

/** How a cluster is tuned: `durable` for people's data, `fast` for tests, which lose everything at a crash. */
export type Tuning = "durable" | "fast";

/** A mark on the command line by which a later start knows that a postmaster was started by this launcher. */
export const CLUSTER_NAME = "tongzhou";

/** Number in the socket's file name; nothing listens on a TCP port of that number (Windows excepted). */
export const SOCKET_PORT = 5432;

// Together these stay below 1.5 GiB: 512 MB shared, 128 MB maintenance, two autovacuum workers of 64 MB, and about
// 60 connections of 5 to 10 MB of which a few sort with 32 MB at a time.
const DURABLE: Record<string, string> = {
  shared_buffers: "512MB",
  work_mem: "32MB",
  maintenance_work_mem: "128MB",
  autovacuum_work_mem: "64MB",
  autovacuum_max_workers: "2",
  effective_cache_size: "1GB",
  max_connections: "60",
  max_worker_processes: "6",
  max_parallel_workers: "2",
  max_parallel_workers_per_gather: "2",
  max_parallel_maintenance_workers: "2",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  wal_buffers: "16MB",
  min_wal_size: "256MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
};

const FAST: Record<string, string> = {
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "64MB",
  max_connections: "200",
  max_worker_processes: "4",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_size: "4GB",
  checkpoint_timeout: "1h",
};

const BOTH: Record<string, string> = {
  cluster_name: CLUSTER_NAME,
  port: String(SOCKET_PORT),
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  jit: "off",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
  unix_socket_permissions: "0700",
  dynamic_shared_memory_type: process.platform === "win32" ? "windows" : "posix",
};

const SHARED_MEMORY_FOLDER = "/dev/shm";
const ENOUGH_SHARED_MEMORY = 256 * 1024 * 1024;

/** How clients reach the server: a socket in a folder only its owner may enter, or (Windows) a port of the loopback. */
export type Endpoint = { readonly socketFolder: string } | { readonly loopbackPort: number };

/** The complete settings of a cluster, given on the command line so that no file in the data folder can go stale. */
export function serverSettings(tuning: Tuning, endpoint: Endpoint): Record<string, string> {
  return {
    ...BOTH,
    ...(tuning === "fast" ? FAST : DURABLE),
    ...(hasLittleSharedMemory() ? { dynamic_shared_memory_type: "sysv" } : {}),
    ...("socketFolder" in endpoint
      ? { listen_addresses: "", unix_socket_directories: endpoint.socketFolder }
      : { listen_addresses: "127.0.0.1", port: String(endpoint.loopbackPort), unix_socket_directories: "" }),
  };
}

/** Containers often have 64 MB of /dev/shm, in which a parallel hash join fails; System V segments have no such limit. */
function hasLittleSharedMemory(): boolean {
  if (process.platform !== "linux" || !existsSync(SHARED_MEMORY_FOLDER)) return false;
  const space = statfsSync(SHARED_MEMORY_FOLDER);
  return space.blocks * space.bsize < ENOUGH_SHARED_MEMORY;
}
