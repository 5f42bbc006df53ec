import { createHistogram } from "node:perf_hooks";
import type { Demande } from "../concurrents/concurrent.ts";
import { createClient } from "./client.ts";
import { enBoucle } from "./echantillon.ts";
import type { ConcurrentLance } from "./processus.ts";
import { ecrireLesRequetes } from "./requetes-annuaire.ts";

/** How fast our gateway answers one question under light load; milliseconds. */
export interface LatenceAnnuaire {
  readonly intitule: string;
  readonly requetes: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Why it could not be measured; null when it was. */
  readonly refus: string | null;
}

/** Times every question of the directory, one after the other, `connexions` requests in flight. */
export async function mesurerLAnnuaire(
  { url, jeton }: Pick<ConcurrentLance, "url" | "jeton">,
  adminUrl: string,
  { connexions, dureeMs }: { connexions: number; dureeMs: number },
): Promise<LatenceAnnuaire[]> {
  const client = createClient(url, connexions, jeton);
  const mesures: LatenceAnnuaire[] = [];
  try {
    for (const { intitule, demandes } of await ecrireLesRequetes(adminUrl, 300)) {
      const refus = await essayer(client.demander, demandes[0]);
      const prochaine = enBoucle(demandes);
      if (refus !== null) {
        mesures.push({ intitule, requetes: 0, p50: 0, p95: 0, p99: 0, refus });
        continue;
      }
      await client.charger({ connexions, dureeMs: dureeMs / 4, prochaine });
      const latences = createHistogram();
      latences.add((await client.charger({ connexions, dureeMs, prochaine })).latences);
      const enMs = (part: number) => latences.percentile(part) / 1000;
      mesures.push({ intitule, requetes: latences.count, p50: enMs(50), p95: enMs(95), p99: enMs(99), refus: null });
    }
    return mesures;
  } finally {
    await client.fermer();
  }
}

/** An answer that holds errors is not an answer. */
async function essayer(
  demander: (demande: Demande) => Promise<string>,
  demande: Demande | undefined,
): Promise<string | null> {
  if (demande === undefined) return "échantillon vide";
  try {
    const { errors } = JSON.parse(await demander(demande)) as { errors?: { message: string }[] };
    return errors === undefined ? null : errors.map(({ message }) => message).join(" · ");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
