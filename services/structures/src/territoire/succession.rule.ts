import type { Principe } from "@coordination/rules";

/** A fact that holds from a day to another, both included; null: until further notice. */
interface Periode {
  readonly debut: string;
  readonly fin: string | null;
}

/** The day before, AAAA-MM-JJ. */
export function veille(jour: string): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of a fact that is written among others of its series, two never holding on the same day: the day asked, else
 * the eve of the next one; null when none follows. « chevauche » when the day asked goes over the start of the next one.
 */
export function dernierJour(
  { debut, fin }: Periode,
  suivantes: readonly Pick<Periode, "debut">[],
): string | null | "chevauche" {
  const [prochaine] = suivantes
    .map((periode) => periode.debut)
    .filter((jour) => jour > debut)
    .toSorted();
  if (prochaine === undefined) return fin;
  if (fin === null) return veille(prochaine);
  return fin < prochaine ? fin : "chevauche";
}

export const territoiresEtZonages: Principe = {
  principe: "TERRITOIRES_ET_ZONAGES",
  intitule: "Un territoire de CPTS ou de DAC, ou le zonage d'une commune pour une profession :",
  phrases: [
    "vaut d'un jour à un autre, tous deux compris ; celui qui le suit l'arrête la veille, et le même jour corrige",
    "le territoire d'un DAC que personne n'a déclaré est supposé : tout son département, et sa source le dit",
    "le territoire d'une CPTS que personne n'a déclaré n'est pas supposé : on ne sait pas",
    "un zonage est propre à une profession et vient d'un arrêté daté ; sa catégorie est celle que l'arrêté nomme",
    "une commune sans zonage enregistré n'est pas dite hors zone",
  ],
  source:
    "ARS, guide pour les élus : les DAC maillent le territoire « à raison d’un ou plusieurs DAC par département » ; ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « des zones d'interventions prioritaires (ZIP) », « un zonage adapté aux autres spécialités en tension », « un arrêté du zonage prévu le 1er avril 2018 »",
  relueLe: "2026-11-23",
};
