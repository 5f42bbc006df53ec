import type { Acteur } from "@coordination/server-kit";

/** Who acted, as a row remembers them: never a name that the token does not carry. */
export interface ActeurEcrit {
  readonly sub: string;
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  readonly libelle: string;
}

/** What a row keeps of the actor; `structureId` is the structure for which they act, when it is known. */
export const ecrireActeur = ({ sub, rpps, profils }: Acteur, structureId: string | null): ActeurEcrit => ({
  sub,
  professionnelId: rpps === null ? null : `8${rpps}`,
  structureId,
  libelle: profils[0] ?? "identité sans profil",
});
