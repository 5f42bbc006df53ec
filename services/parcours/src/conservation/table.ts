/** What is kept for a while after it is over, and since when it is. */
export const OBJETS_CONSERVES = {
  DOSSIER_CLOS: "un dossier clos, depuis sa clôture",
  DEMANDE_ECARTEE: "une demande refusée ou réorientée, depuis cette décision",
  HORS_DOSSIER: "un besoin hors dossier, depuis le dernier fait qui le concerne",
} as const;
export type ObjetConserve = keyof typeof OBJETS_CONSERVES;

/** One of the two, or neither: without limit. */
export interface DureeDeConservation {
  readonly mois: number | null;
  readonly jours: number | null;
}

/** A line of the table, as the operator wrote it. */
export interface LigneDeConservation extends DureeDeConservation {
  readonly objet: ObjetConserve;
  readonly source: string;
  readonly fixeeLe: Date;
}

/** What is needed of the administrator's connection: the service's own may only read the table. */
interface Connexion {
  query<Ligne extends object>(text: string, values?: unknown[]): Promise<{ rows: Ligne[] }>;
}

const SANS_LIMITE: DureeDeConservation = { mois: null, jours: null };
const JOURS_MINIMUM = 8;
const NOMBRE_MAXIMUM = 2_000;

export const estObjetConserve = (mot: string | undefined): mot is ObjetConserve =>
  mot !== undefined && Object.hasOwn(OBJETS_CONSERVES, mot);

/** « 20ans », « 18mois », « 90jours » or « aucune »; null for anything else, and for fewer days than an answer is remembered. */
export function lireDuree(texte: string): DureeDeConservation | null {
  if (texte === "aucune") return SANS_LIMITE;
  const [, chiffres = "", unite = ""] = /^([1-9]\d{0,3})(ans?|mois|jours?)$/.exec(texte) ?? [];
  const nombre = Number(chiffres);
  if (unite === "" || nombre > NOMBRE_MAXIMUM) return null;
  if (unite.startsWith("jour")) return nombre < JOURS_MINIMUM ? null : { mois: null, jours: nombre };
  return { mois: unite.startsWith("an") ? nombre * 12 : nombre, jours: null };
}

/** The same, in words. */
export function direDuree({ mois, jours }: DureeDeConservation): string {
  if (jours !== null) return `${jours} jours`;
  if (mois === null) return "sans limite";
  return mois % 12 === 0 ? `${mois / 12} an(s)` : `${mois} mois`;
}

/** What is in force: one line an object at most. */
export async function lireLaTable(connexion: Connexion): Promise<LigneDeConservation[]> {
  const { rows } = await connexion.query<LigneDeConservation>(
    `select objet, mois, jours, source, fixee_le as "fixeeLe" from parcours.conservation_en_vigueur() order by objet`,
  );
  return rows;
}

/** Adds a line, which is in force from now on; those before it stay. */
export async function fixerLaConservation(
  connexion: Connexion,
  { objet, mois, jours, source }: Omit<LigneDeConservation, "fixeeLe">,
): Promise<void> {
  await connexion.query("insert into parcours.conservation (objet, mois, jours, source) values ($1, $2, $3, $4)", [
    objet,
    mois,
    jours,
    source,
  ]);
}
