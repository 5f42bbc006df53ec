import { createHistogram } from "node:perf_hooks";
import type { Annuaire } from "../base/ouvrir-base.ts";
import { maison } from "../concurrents/maison.ts";
import { createClient } from "../mesure/client.ts";
import { enBoucle } from "../mesure/echantillon.ts";
import { lancer } from "../mesure/processus.ts";
import { ecrireLesRequetes } from "../mesure/requetes-annuaire.ts";

/** How the search answered while something else went on; milliseconds. */
export interface Recherches {
  readonly recherches: number;
  readonly erreurs: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const RECHERCHE = "Professionnels, nom et prénom";

/** Searches by name, one after the other, until `travail` is done. */
export async function rechercherPendant<Resultat>(
  annuaire: Annuaire,
  travail: () => Promise<Resultat>,
): Promise<readonly [Resultat, Recherches]> {
  const lance = await lancer(maison, annuaire);
  const client = createClient(lance.url, 1);
  try {
    const demandes =
      (await ecrireLesRequetes(annuaire.adminUrl, 300)).find(({ intitule }) => intitule === RECHERCHE)?.demandes ?? [];
    const prochaine = enBoucle(demandes);
    const latences = createHistogram();
    let [erreurs, fini] = [0, false];
    const fil = travail().finally(() => {
      fini = true;
    });
    while (!fini) {
      const debut = performance.now();
      await client.demander(prochaine()).catch(() => {
        erreurs += 1;
      });
      latences.record(Math.max(1, Math.round((performance.now() - debut) * 1000)));
    }
    const enMs = (microsecondes: number) => microsecondes / 1000;
    return [
      await fil,
      {
        recherches: latences.count,
        erreurs,
        p50: enMs(latences.percentile(50)),
        p99: enMs(latences.percentile(99)),
        max: enMs(latences.max),
      },
    ];
  } finally {
    await client.fermer();
    await lance.arreter();
  }
}
