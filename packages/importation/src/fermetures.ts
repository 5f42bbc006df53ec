import { FormatInattendu } from "./format-inattendu.ts";

/** Beyond this share of what stands open in a département that it covers, a file is taken for a truncated one. */
const PART_ADMISE = 0.1;
/** So many closings always pass: in a small directory a few are a large share. */
const TOUJOURS_ADMISES = 50;
const DEPARTEMENTS_CITES = 5;

/** What a load would close in one département that its file covers ("" when the file does not say which). */
export interface FermeturesPrevues {
  readonly departement: string;
  readonly ouvertes: number;
  readonly fermees: number;
}

const nombre = (valeur: number): string => valeur.toLocaleString("fr-FR");

const excessives = ({ ouvertes, fermees }: Omit<FermeturesPrevues, "departement">): boolean =>
  fermees > TOUJOURS_ADMISES && fermees > ouvertes * PART_ADMISE;

/**
 * Refuses a file that would close too much of what stands, in all or in one département: it was cut short, or holds only
 * part of what it claims. `quoi` names the rows in French (« activités »). To be asked before anything is written.
 * @throws FormatInattendu (French) saying how many of how many, and how to let them go.
 */
export function refuserFermeturesExcessives(prevues: readonly FermeturesPrevues[], quoi: string): void {
  const total = {
    ouvertes: prevues.reduce((somme, { ouvertes }) => somme + ouvertes, 0),
    fermees: prevues.reduce((somme, { fermees }) => somme + fermees, 0),
  };
  const touches = prevues.filter(excessives).toSorted((un, autre) => autre.fermees - un.fermees);
  if (!excessives(total) && touches.length === 0) return;
  const cites = touches.slice(0, DEPARTEMENTS_CITES).map(({ departement, ouvertes, fermees }) => {
    const nom = departement === "" ? "département non dit" : `département ${departement}`;
    return `${nom} : ${nombre(fermees)} sur ${nombre(ouvertes)}`;
  });
  const detail = cites.length === 0 ? "" : ` (${cites.join(" ; ")}${touches.length > cites.length ? "…" : ""})`;
  throw new FormatInattendu(
    `Ce fichier fermerait ${nombre(total.fermees)} ${quoi} sur ${nombre(total.ouvertes)} dans les départements qu'il couvre${detail} : plus de ${PART_ADMISE * 100} %, il est sans doute tronqué ou partiel. Rien n'a été écrit. S'il est complet, relancez l'import avec --accepter-les-fermetures.`,
  );
}
