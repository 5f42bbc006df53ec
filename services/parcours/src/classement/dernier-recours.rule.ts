import { motifDuBareme } from "./motif.ts";
import { estRetenue, type Voie } from "./voie.ts";

/** Ce qui dit qu'un candidat ne répondrait pas dans le délai utile. */
const TROP_TARD: ReadonlySet<string> = new Set(["DELAI_TROP_LONG", "SANS_CRENEAU"]);

/** Le SAS, tel que `structures` le propose : à défaut de tout le reste. */
const estDernierRecours = ({ motifs }: Voie): boolean => motifs.some(({ code }) => code === "DERNIER_RECOURS");

/** Vrai pour une solution de proximité qui répond à temps ; un médicobus complète, et ne remplace pas. */
const repondATemps = (voie: Voie): boolean =>
  !estDernierRecours(voie) &&
  !voie.complementaire &&
  estRetenue(voie) &&
  voie.motifs.every(({ code }) => !TROP_TARD.has(code));

/**
 * Le SAS est écarté dès que quelqu'un, professionnel, équipe ou structure, répond alentour à temps.
 * Source : ARS, guide pour les élus, « lorsqu'aucune autre solution de proximité n'a pu être trouvée » ; relevé S069.
 */
export function reserverLeDernierRecours(voies: readonly Voie[]): Voie[] {
  const proximite = voies.some(repondATemps);
  return voies.map((voie) =>
    proximite && estDernierRecours(voie)
      ? { ...voie, motifs: [...voie.motifs, motifDuBareme("OFFRE_DE_PROXIMITE")] }
      : voie,
  );
}
