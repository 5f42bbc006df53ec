import { spawn } from "node:child_process";
import type { ServerAccount } from "./server-account.ts";

export interface ProgramEnd {
  readonly code: number | null;
  readonly output: string;
}

/** English messages, no PG* variable of the caller, nothing that a library path could change. */
const PROGRAM_ENVIRONMENT = { PATH: "/usr/bin:/bin", LC_ALL: "C" };

/** Under the server's account, from a folder that any account may enter. */
export const spawnOptions = (account: ServerAccount | null) => ({ cwd: "/", env: PROGRAM_ENVIRONMENT, ...account });

/** Runs one of PostgreSQL's programs to its end. Rejects when it cannot be started at all. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: ServerAccount | null,
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions(account), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
