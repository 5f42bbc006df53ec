import type { Sql } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { tracer } from "../acces/trace.ts";
import { findConsentements } from "../consentement/consentement.repository.ts";
import type { Coffre } from "../identite/coffre.ts";
import { estExpire } from "../partage/fondement.rule.ts";
import type { LigneUsager } from "../usager/usager.repository.ts";
import { objetDeLUsager } from "../usager/usager.ts";
import { type LigneTenue, structurePorteuse } from "./dossier.repository.ts";

/** A readable copy, for the person to be given. */
export interface Copie {
  readonly genereLe: string;
  readonly contenu: string;
  readonly format: string;
}

/** All that is known of the person. */
export const copierPersonne = (coffre: Coffre, { id, chiffre, ...situation }: LigneUsager): object => ({
  ...situation,
  ...(coffre.dechiffrer(objetDeLUsager(id), chiffre) as object),
});

/** All that the person said of sharing, as it stands at this instant. */
export const copierConsentements = async (tx: Sql, dossierId: string, maintenant: Date): Promise<readonly object[]> =>
  (await findConsentements(tx, [dossierId])).map((dit) => ({
    ...dit,
    statut: estExpire(dit, maintenant) ? "EXPIRE" : dit.statut,
  }));

interface Remise {
  readonly lecteur: Acteur;
  readonly tenue: LigneTenue;
  readonly objet: "DOSSIER" | "BESOIN";
  readonly maintenant: Date;
}

/** Makes the copy, and notes in the register who took it. Call inside the transaction. */
export async function remettreLaCopie(
  tx: Sql,
  { lecteur, tenue, objet, maintenant }: Remise,
  contenu: object,
): Promise<Copie> {
  const genereLe = maintenant.toISOString();
  const acteur = ecrireActeur(lecteur, structurePorteuse(tenue));
  await tracer(tx, [{ dossierId: tenue.id, acteur, action: "EXPORTER", objet, motif: null, le: genereLe }]);
  return { genereLe, contenu: JSON.stringify(contenu, null, 2), format: "application/json" };
}
