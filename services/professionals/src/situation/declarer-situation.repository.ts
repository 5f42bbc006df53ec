import type { Sql } from "@coordination/database";
import type { ModaliteAccueil } from "@coordination/vocabulaire";
import type { NatureSituation } from "./nature-situation.ts";

/** What the directory knows of a place: each null when it does not. */
export interface LieuConnu {
  readonly commune: string | null;
  readonly structure: string | null;
  readonly structureFermee: boolean | null;
}

/** Whether this town and this structure are known. */
export async function findLieu(sql: Sql, codeInsee: string, structureId: string | null): Promise<LieuConnu> {
  const [lieu] = await sql.query<LieuConnu>(
    `select c.code_insee as commune, s.id as structure, s.fermee as "structureFermee"
     from (select) une left join commune_connue c on c.code_insee = $1 left join structure_connue s on s.id = $2`,
    [codeInsee, structureId],
  );
  return lieu ?? { commune: null, structure: null, structureFermee: null };
}

/** A declared place of practice. The profession and the know-how are those of the activity `origineId`. */
export interface SituationDeclaree {
  readonly id: string;
  readonly origineId: string;
  readonly soignante: boolean;
  /** False: the place waits for the person's confirmation, and holds on no day until then. */
  readonly confirmee: boolean;
  readonly structureId: string | null;
  readonly codeInsee: string;
  readonly nature: NatureSituation;
  readonly modalites: readonly ModaliteAccueil[];
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly source: string;
  /** The day of the declaration. */
  readonly le: string;
}

/**
 * Declares a place; the same one gives way to it. It stands where its structure does when that is in the same town (a
 * médicobus, an antenna may not be), else at the centre of the town.
 */
export async function remplacerSituation(tx: Sql, declaree: SituationDeclaree): Promise<void> {
  const { id, origineId, soignante, confirmee, structureId, codeInsee, nature, modalites, depuis, jusquA, source, le } =
    declaree;
  await tx.query(
    `insert into situation (id, professionnel_id, profession, categorie, savoir_faire, type_savoir_faire, genre_activite,
       soignante, structure_id, raison_sociale, adresse, ville, pays, francaise, code_commune_source, code_insee, departement,
       latitude, longitude, precision, empreinte, source, millesime, nature, modalites, confirmee, depuis, jusqu_a, depuis_propose, jusqu_a_propose, declaree_le)
     select $1, o.professionnel_id, o.profession, o.categorie, o.savoir_faire, o.type_savoir_faire, o.genre_activite,
       $3::boolean, s.id, s.nom, '', c.nom, 'France', true, c.code_insee, c.code_insee, c.departement,
       coalesce(ici.latitude, c.latitude), coalesce(ici.longitude, c.longitude),
       case when ici.latitude is not null then ici.precision when c.latitude is not null then 'COMMUNE' end,
       '', $6, $7::date, $8, $9, $12::boolean, case when $12 then $10::date end,
       case when $12 then $11::date else '-infinity' end, case when not $12 then $10::date end,
       case when not $12 then $11::date end, now()
     from situation o join commune_connue c on c.code_insee = $5
     left join structure_connue s on s.id = $4
     left join structure_connue ici on ici.id = s.id and ici.code_insee = c.code_insee
     where o.id = $2
     on conflict (id) do update set soignante = excluded.soignante, genre_activite = excluded.genre_activite,
       categorie = excluded.categorie, code_commune_source = excluded.code_commune_source,
       code_insee = excluded.code_insee, departement = excluded.departement, ville = excluded.ville,
       raison_sociale = excluded.raison_sociale, latitude = excluded.latitude, longitude = excluded.longitude,
       precision = excluded.precision, source = excluded.source, millesime = excluded.millesime,
       modalites = excluded.modalites, confirmee = excluded.confirmee, depuis = excluded.depuis, jusqu_a = excluded.jusqu_a,
       depuis_propose = excluded.depuis_propose, jusqu_a_propose = excluded.jusqu_a_propose,
       declaree_le = excluded.declaree_le, ferme_le = null, mis_a_jour_le = now()`,
    [id, origineId, soignante, structureId, codeInsee, source, le, nature, modalites, depuis, jusquA, confirmee],
  );
}
