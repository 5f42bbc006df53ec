import type { Acteur } from "@coordination/server-kit";

const anonyme: Acteur = { sub: "", rpps: null, structures: [], profils: [], scopes: [], clientId: null };
const ECRIRE = ["annuaire:ecrire"];

/** An agent of a health agency. */
export const AGENCE: Acteur = { ...anonyme, sub: "agent-ars", profils: ["agence"], scopes: ECRIRE };

/** Someone who acts for these structures. */
export const agissantPour = (...structures: string[]): Acteur => ({
  ...anonyme,
  sub: `gestionnaire-${structures.join("-")}`,
  structures,
  scopes: ECRIRE,
});

/** A professional, on their own behalf. */
export const professionnel = (rpps: string): Acteur => ({ ...anonyme, sub: `pro-${rpps}`, rpps, scopes: ECRIRE });

/** Someone known who may not write. */
export const LECTEUR: Acteur = { ...anonyme, sub: "lecteur", structures: ["1010000024"], profils: ["agence"] };
