import type { MesureImport } from "../mesure/resultats.ts";
import { compte, nombre, tableau } from "./nombres.ts";

const LECTURE_MAXIMUM = 2;
const ENTIER_MAXIMUM = 10;
const MEMOIRE_MAXIMUM_MO = 512;

/** What loading the national RPPS file takes, beside a plain COPY of the same file. */
export function ecrireLImport(mesure: MesureImport | null): string {
  if (mesure === null) return "Pas mesuré sur cette machine : `npm run bench -- import`.";
  const { le, lignes, copieMs, lectureMs, entierMs, rssMo, pendant } = mesure;
  const tenu = (oui: boolean) => (oui ? "tenu" : "**non tenu**");
  const parSeconde = (ms: number) => `${compte((lignes * 1000) / ms)} lignes/s`;
  return [
    `Mesuré le ${le.slice(0, 10)} à ${le.slice(11, 16)} (UTC) par \`npm run bench -- import\` : ${compte(lignes)} lignes RPPS, dans une base où les communes et FINESS sont déjà là. La copie de référence est un \`COPY\` du même fichier dans une table de colonnes texte, sans rien en lire.`,
    tableau(
      ["", "durée (s)", "", "rapport à la copie", "attendu"],
      [
        ["Copie de référence", nombre(copieMs / 1000), parSeconde(copieMs), "1", ""],
        [
          "Étape de lecture de l'importeur",
          nombre(lectureMs / 1000),
          parSeconde(lectureMs),
          nombre(lectureMs / copieMs),
          `${LECTURE_MAXIMUM} au plus : ${tenu(lectureMs <= LECTURE_MAXIMUM * copieMs)}`,
        ],
        [
          "Import entier (lire, normaliser, comparer, indexer, échanger)",
          nombre(entierMs / 1000),
          parSeconde(entierMs),
          nombre(entierMs / copieMs),
          `${ENTIER_MAXIMUM} au plus : ${tenu(entierMs <= ENTIER_MAXIMUM * copieMs)}`,
        ],
      ],
    ),
    `Mémoire de l'importeur, au plus haut : ${compte(rssMo)} Mo (attendu : moins de ${MEMOIRE_MAXIMUM_MO}, ${tenu(rssMo < MEMOIRE_MAXIMUM_MO)}).`,
    `Pendant un second import (${compte(pendant.modifiees)} activités modifiées, ${nombre(pendant.dureeMs / 1000)} s), la recherche par nom a répondu ${compte(pendant.recherches)} fois, ${compte(pendant.erreurs)} erreur(s) ; p50 ${nombre(pendant.p50)} ms, p99 ${nombre(pendant.p99)} ms, la plus longue ${nombre(pendant.max)} ms.`,
  ].join("\n\n");
}
