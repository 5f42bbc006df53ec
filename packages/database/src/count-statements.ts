import { AsyncLocalStorage } from "node:async_hooks";

const recording = new AsyncLocalStorage<string[]>();

/** Called for each statement sent through `Sql`; does nothing outside `countStatements`. */
export function recordStatement(text: string): void {
  recording.getStore()?.push(text);
}

/**
 * Runs `work` and tells which SQL statements it sent through `Sql`, in order, `begin` and `commit` left out.
 * Statements sent by other asynchronous contexts meanwhile are not counted.
 */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const result = await recording.run(statements, work);
  return { result, statements };
}
