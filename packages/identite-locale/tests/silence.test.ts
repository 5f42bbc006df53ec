import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("Le fournisseur local n'écrit rien sur la console, ni quand il sert ni quand il refuse", async () => {
  const programme = join(import.meta.dirname, "silence-child.ts");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--conditions=source", programme]);
  expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
});
