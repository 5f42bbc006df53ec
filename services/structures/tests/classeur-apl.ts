import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import writeXlsxFile from "write-excel-file/node";

/** Code, name, access, access without doctors over 65, standardised population, total population. */
export type LigneDeClasseur = readonly (string | number | null)[];

const TITRES = [
  "Indicateur d'accessibilité potentielle localisée (APL) aux médecins généralistes (valeurs inventées pour les tests)",
  null,
  "Millésime de la feuille",
  "Sources : inventées",
  "Champ : inventé",
  "Lecture : inventée",
  "Note : pondérer par la population standardisée",
  null,
];
const ENTETE = [
  "Code commune INSEE",
  "Commune",
  "APL aux médecins généralistes",
  "APL aux médecins généralistes de 65 ans ou moins ",
  "APL aux médecins généralistes de 62 ans ou moins",
  "Population standardisée 2021 pour la médecine générale",
  "Population totale 2021",
];
const CONSULTATIONS = "En nombre de consultations/visites accessibles par an par habitant standardisé";

/** A sheet in the published layout: 8 lines of title, the header on line 9, the units, then the communes. */
function feuille(lignes: readonly LigneDeClasseur[], unite: string): (string | number | null)[][] {
  return [
    ...TITRES.map((titre) => [titre]),
    ENTETE,
    [null, null, unite, unite, unite, "En nombre d'habitants standardisés", "En nombre d'habitants"],
    ...lignes.map(([code = null, nom = null, valeur = null, sans65 = null, poids = null, total = null]) => [
      code,
      nom,
      valeur,
      sans65,
      sans65,
      poids,
      total,
    ]),
  ];
}

/** Writes a workbook of the published layout, with a notice and one sheet per vintage, lends its path, and removes it. */
export async function avecClasseurApl<T>(
  millesimes: Readonly<Record<string, readonly LigneDeClasseur[]>>,
  work: (chemin: string) => Promise<T>,
  unite = CONSULTATIONS,
): Promise<T> {
  const dossier = await mkdtemp(join(tmpdir(), "apl-"));
  try {
    const chemin = join(dossier, "apl.xlsx");
    const feuilles = Object.entries(millesimes).map(([annee, lignes]) => ({
      sheet: `APL ${annee}`,
      data: feuille(lignes, unite),
    }));
    await writeXlsxFile([{ sheet: "Lisez-moi", data: [["Notice inventée"]] }, ...feuilles]).toFile(chemin);
    return await work(chemin);
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}
