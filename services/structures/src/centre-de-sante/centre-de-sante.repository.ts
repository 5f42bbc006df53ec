import type { Sql } from "@coordination/database";
import type { ProfilActivite, TypeGestionnaire } from "../enums.type.ts";

/** What was declared of a health centre. */
export interface DeclarationCentre {
  readonly structureId: string;
  readonly gestionnaire: TypeGestionnaire | null;
  readonly profilActivite: ProfilActivite | null;
}

/** Declarations by structure; an undeclared centre has no row. */
export async function findDeclarationsCentres(sql: Sql, structureIds: readonly string[]): Promise<DeclarationCentre[]> {
  return sql.query<DeclarationCentre>(
    `select c.structure_id as "structureId", c.gestionnaire, c.profil_activite as "profilActivite"
     from centre_de_sante c where c.structure_id = any($1)`,
    [structureIds],
  );
}
