import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocumentNode, parse } from "graphql";

// What is committed is what the tests of this folder read: no database, no server, no build of the schema from code
// (`npm run verify` checks that schema/ is what the code prints).

const API = "schema/api.graphql";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The text of a file of the repository. */
export const readText = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** True when the repository holds this file. */
export const fileExists = (path: string): boolean => existsSync(join(ROOT, path));

/** Paths, from the root, of every file under a folder whose name matches; none when the folder is absent. */
export function listFiles(folder: string, name: RegExp): readonly string[] {
  if (!fileExists(folder)) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .filter((path) => !/(^|\/)(node_modules|dist|\.data)\//.test(path))
    .toSorted();
}

/** The public schema, as committed. */
export const readApi = (): DocumentNode => parse(readText(API));

/** The committed documents, by name: the public schema and the four subgraphs. */
export const readDocuments = (): ReadonlyMap<string, DocumentNode> =>
  new Map([API, ...listFiles("schema/subgraphs", /\.graphql$/)].map((path) => [path, parse(readText(path))]));
