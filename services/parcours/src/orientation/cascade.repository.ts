import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import type { Echeances } from "./delais.rule.ts";
import type { DestinataireVerifie } from "./destinataire.ts";

/** Those who will be asked in turn, in this order. */
export async function attendreLeurTour(
  tx: Sql,
  { diffusion, dossierId }: { diffusion: string; dossierId: string },
  destinataires: readonly DestinataireVerifie[],
): Promise<void> {
  await tx.query(
    `insert into cascade_en_attente (diffusion, rang, dossier_id, situation_id, structure_id, equipe_id,
       destinataire_structure_id, destinataire_professionnel_id)
     select $1, d.rang, $2, d.valeur ->> 'situationId', d.valeur ->> 'structureId', d.valeur ->> 'equipeId',
       d.valeur ->> 'destinataireStructureId', d.valeur ->> 'destinataireProfessionnelId'
     from jsonb_array_elements($3::jsonb) with ordinality d (valeur, rang)`,
    [diffusion, dossierId, JSON.stringify(destinataires)],
  );
}

/** Asks the next of the cascade, and says which referral that makes; null when there is none, or when another of the sending still has it. */
export async function poursuivreCascade(
  tx: Sql,
  precedenteId: string,
  { envoyeeLe, echeances }: { envoyeeLe: Date; echeances: Echeances | null },
): Promise<string | null> {
  const [ligne] = await tx.query<{ suivante: string | null }>(
    "select poursuivre_cascade($1, $2, $3, $4, $5) as suivante",
    [
      precedenteId,
      randomUUID(),
      envoyeeLe.toISOString(),
      echeances?.relancerLe ?? null,
      echeances?.repondreAvant ?? null,
    ],
  );
  return ligne?.suivante ?? null;
}

/** Nobody else of the cascades of this case, or of one of its needs, will be asked. */
export const renoncerAuxCascades = async (
  tx: Sql,
  { dossierId, besoinId }: { readonly dossierId: string; readonly besoinId: string | null },
): Promise<void> => {
  await tx.query(
    `delete from cascade_en_attente c where c.dossier_id = $1 and ($2::uuid is null or exists (
       select from orientation o where o.diffusion = c.diffusion and o.besoin_id = $2))`,
    [dossierId, besoinId],
  );
};

/** Nobody else of this cascade will be asked. */
export const renoncerALaCascade = async (tx: Sql, diffusion: string): Promise<void> => {
  await tx.query("delete from cascade_en_attente where diffusion = $1", [diffusion]);
};
