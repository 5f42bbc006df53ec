import { setTimeout as attendre } from "node:timers/promises";

const LIMITE_MS = 60_000;
const PAUSE_MS = 50;

/** Waits for what another process does in its own time, as long as a busy machine may need; says what never came. */
export async function attendreQue(quoi: string, arrive: () => boolean): Promise<void> {
  const limite = Date.now() + LIMITE_MS;
  while (!arrive()) {
    if (Date.now() > limite) throw new Error(`never came: ${quoi}`);
    await attendre(PAUSE_MS);
  }
}
