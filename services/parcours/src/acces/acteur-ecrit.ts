import { type Acteur, professionnelDe } from "@coordination/server-kit";

/** Who acted, as a row remembers them: never a name that the token does not carry. */
export interface ActeurEcrit {
  readonly sub: string;
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  /** The professional for whom a secretariat, or a software, acted; absent for who acts for themself. */
  readonly pourLeCompteDe?: string;
  readonly libelle: string;
}

/** The service itself: its clocks, and what the act of one makes of the others. */
export const LE_SERVICE: ActeurEcrit = {
  sub: "service",
  professionnelId: null,
  structureId: null,
  libelle: "le service",
};

/** What a row keeps of the actor; `structureId` is the structure for which they act, when it is known. */
export function ecrireActeur(acteur: Acteur, structureId: string | null): ActeurEcrit {
  const { sub, rpps, profils } = acteur;
  const professionnel = professionnelDe(acteur);
  return {
    sub,
    professionnelId: rpps === null ? null : professionnel,
    structureId,
    ...(rpps === null && professionnel !== null ? { pourLeCompteDe: professionnel } : {}),
    libelle: profils[0] ?? "identité sans profil",
  };
}
