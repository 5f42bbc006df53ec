import { MEMOIRE } from "../classement/bareme.ts";

const COORDINATEURS: ReadonlySet<string> = new Set(["coordinatrice-dac", "coordinatrice-cpts"]);

/** Vrai pour qui lit la réactivité de tous ; les autres ne lisent que la leur. */
export const estCoordinateur = ({ profils }: { readonly profils: readonly string[] }): boolean =>
  profils.some((profil) => COORDINATEURS.has(profil));

/** Depuis quand la réactivité se mesure. */
export function debutDeLaReactivite(maintenant: Date): Date {
  const depuis = new Date(maintenant);
  depuis.setUTCMonth(depuis.getUTCMonth() - MEMOIRE.moisDeReactivite);
  return depuis;
}
