import type { ConnexionDAdministration } from "./connexion-d-administration.ts";

/** Where the chain of a case ended when the anchor was written. */
export interface FinDeChaine {
  readonly dossierId: string;
  readonly lignes: number;
  readonly empreinte: string;
}

/** The ends of all chains at an instant, by case. Kept away from the base, it shows what was removed from their ends since. */
export type Ancre = ReadonlyMap<string, FinDeChaine>;

const FINS = `select t.dossier_id::text as "dossierId", t.lignes::int, fin.empreinte
  from (select dossier_id, count(*) as lignes, max(id) as derniere from parcours.trace_acces group by dossier_id) t
  join parcours.trace_acces fin on fin.id = t.derniere order by t.dossier_id`;

const ENTETE = /^# journal des accès, (\d+) dossier\(s\), \S+$/;
const LIGNE = /^([0-9a-f-]{36}) (\d+) ([\w-]{43})$/;

/** The anchor of the register as it now is, as the text that the operator keeps. */
export async function ecrireAncre(connexion: ConnexionDAdministration, maintenant: Date): Promise<string> {
  const { rows } = await connexion.query<FinDeChaine>(FINS, []);
  const lignes = rows.map(({ dossierId, lignes, empreinte }) => `${dossierId} ${lignes} ${empreinte}`);
  return `${[`# journal des accès, ${rows.length} dossier(s), ${maintenant.toISOString()}`, ...lignes].join("\n")}\n`;
}

/** Reads such a text; null when it is none, or when it is not whole. */
export function lireAncre(texte: string): Ancre | null {
  const [entete = "", ...lignes] = texte.trimEnd().split(/\r?\n/);
  const [, nombre] = ENTETE.exec(entete) ?? [];
  const fins = lignes.flatMap((ligne): FinDeChaine[] => {
    const [, dossierId, lues, empreinte] = LIGNE.exec(ligne) ?? [];
    if (dossierId === undefined || lues === undefined || empreinte === undefined) return [];
    return [{ dossierId, lignes: Number(lues), empreinte }];
  });
  const ancre = new Map(fins.map((fin) => [fin.dossierId, fin]));
  return nombre !== undefined && ancre.size === Number(nombre) && ancre.size === lignes.length ? ancre : null;
}
