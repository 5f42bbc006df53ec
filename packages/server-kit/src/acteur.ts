import { interdit, nonAuthentifie } from "./erreurs.ts";

/** Who asks, as the verified access token says; the same claims whatever the issuer (docs/identite.md). */
export interface Acteur {
  readonly sub: string;
  readonly rpps: string | null;
  /** The RPPS number of the professional for whom a secretariat, or a software, acts; absent for who acts for themself. */
  readonly pourLeCompteDe?: string;
  readonly structures: readonly string[];
  readonly profils: readonly string[];
  readonly scopes: readonly string[];
  readonly clientId: string | null;
}

/** What the gateway vouches for on each call to a subgraph; `acteur` is null for an anonymous request. */
export interface AppelInterne {
  readonly acteur: Acteur | null;
  readonly requestId: string;
}

/** The actor, or UNAUTHENTICATED. */
export function exigerActeur(acteur: Acteur | null): Acteur {
  if (acteur === null) throw nonAuthentifie();
  return acteur;
}

/** The actor when it holds the scope, or UNAUTHENTICATED, or FORBIDDEN naming the scope. */
export function exigerPortee(acteur: Acteur | null, portee: string): Acteur {
  const present = exigerActeur(acteur);
  if (!present.scopes.includes(portee)) throw interdit(`la portée « ${portee} »`);
  return present;
}

type QuiAgit = Pick<Acteur, "rpps" | "pourLeCompteDe">;

/** The RPPS number of the professional whose rights the actor exercises: themself, or whom they act for; null without one. */
export const numeroDe = ({ rpps, pourLeCompteDe }: QuiAgit): string | null => rpps ?? pourLeCompteDe ?? null;

/** Our `id` of the same professional; null when there is none. */
export function professionnelDe(acteur: QuiAgit): string | null {
  const numero = numeroDe(acteur);
  return numero === null ? null : `8${numero}`;
}

/** The word that the tokens of health agencies carry in `profils` (docs/identite.md). */
const PROFIL_AGENCE = "agence";

/** True when the actor speaks for a health agency. */
export const estAgence = (acteur: Acteur | null): boolean => acteur?.profils.includes(PROFIL_AGENCE) ?? false;

/** True when the actor's token says that it acts for this structure (its `id` in the API). */
export const agitPour = (acteur: Acteur | null, structureId: string): boolean =>
  acteur?.structures.includes(structureId) ?? false;

/** True for an actor who practises, or who works for somebody who does, or for a structure: whom contacts kept for professionals are shown to. */
export const estProfessionnel = (acteur: Acteur | null): boolean =>
  acteur !== null && (numeroDe(acteur) !== null || acteur.structures.length > 0);
