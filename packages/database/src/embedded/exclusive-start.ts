import { createHash } from "node:crypto";
import { unlink } from "node:fs/promises";
import { createServer, connect as openSocket, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseUnavailable, errorCode } from "../database-unavailable.ts";

const PATIENCE_MS = 180_000;

/**
 * A socket is the lock: the system frees it when its holder dies, and those who wait are told at once. On Linux it has
 * no file ("abstract"); elsewhere a dead holder leaves a file, which the next one removes.
 */
function lockAddress(home: string): string {
  const name = `coordination-des-soins-${createHash("sha256").update(home).digest("hex").slice(0, 24)}`;
  return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

/** @returns the way to release the lock, or null when another holds it. */
function tryLock(address: string): Promise<(() => Promise<void>) | null> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<Socket>();
    const server: Server = createServer((socket) => {
      waiting.add(socket);
      socket.on("error", () => waiting.delete(socket));
      socket.unref();
    });
    const release = (): Promise<void> =>
      new Promise((released) => {
        server.close(() => released());
        for (const socket of waiting) socket.destroy();
      });
    server.once("error", (error) => (errorCode(error) === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(release));
    server.unref();
  });
}

/** Resolves when the holder lets go, or is found dead, or after `limitMs`. */
function waitForHolder(address: string, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = openSocket(address);
    const limit = setTimeout(() => socket.destroy(), limitMs);
    socket.on("error", async (error) => {
      const leftOver = errorCode(error) === "ECONNREFUSED" && !address.startsWith("\0");
      if (leftOver) await unlink(address).catch(() => undefined);
    });
    socket.once("close", () => {
      clearTimeout(limit);
      resolve();
    });
  });
}

/** Runs `work` alone among all the processes of this machine that start or stop the server of this folder. */
export async function exclusively<T>(home: string, work: () => Promise<T>): Promise<T> {
  const address = lockAddress(home);
  const limit = Date.now() + PATIENCE_MS;
  let release = await tryLock(address);
  while (release === null) {
    if (Date.now() > limit) {
      throw new DatabaseUnavailable("NOT_STARTED", "Un autre programme démarre la base depuis trop longtemps.");
    }
    await waitForHolder(address, limit - Date.now());
    release = await tryLock(address);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}
