import type { Sql } from "@coordination/database";
import type { Verdict } from "@coordination/rules";
import type { LieuDeVie, MesureProtection } from "./usager.type.ts";

/** A person, as stored: what names them stays encrypted until someone may read it. */
export interface LigneUsager {
  readonly id: string;
  readonly chiffre: string;
  readonly sansMedecinTraitant: Verdict;
  readonly ald: Verdict;
  readonly isole: Verdict;
  readonly lieuDeVie: LieuDeVie | null;
  readonly mesureProtection: MesureProtection;
}

/** A person as written, with what finds them again. */
export interface UsagerAEcrire extends LigneUsager {
  readonly empreinteIdentite: string;
  readonly empreinteIns: string | null;
  readonly empreinteNom: string | null;
  readonly empreinteNomUtilise: string | null;
}

const valeursDe = (usager: UsagerAEcrire) => [
  usager.id,
  usager.chiffre,
  usager.empreinteIdentite,
  usager.empreinteIns,
  usager.sansMedecinTraitant,
  usager.ald,
  usager.isole,
  usager.lieuDeVie,
  usager.mesureProtection,
  usager.empreinteNom,
  usager.empreinteNomUtilise,
];

/** Writes a person down. */
export async function insererUsager(tx: Sql, usager: UsagerAEcrire): Promise<void> {
  await tx.query(
    `insert into usager (id, chiffre, empreinte_identite, empreinte_ins, sans_medecin_traitant, ald, isole, lieu_de_vie, mesure_protection,
       empreinte_nom, empreinte_nom_utilise)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    valeursDe(usager),
  );
}

/** The people whom this reader may see, among these. */
export const findUsagersByIds = (sql: Sql, ids: readonly string[]): Promise<LigneUsager[]> =>
  sql.query<LigneUsager>(
    `select id, chiffre, sans_medecin_traitant as "sansMedecinTraitant", ald, isole, lieu_de_vie as "lieuDeVie",
            mesure_protection as "mesureProtection"
     from usager where id = any($1::uuid[])`,
    [ids],
  );

/** The people of these cases, what names them still encrypted: for a computation, which shows nothing of them. */
export const findUsagersDesDossiers = (
  sql: Sql,
  dossierIds: readonly string[],
): Promise<Pick<LigneUsager, "id" | "chiffre">[]> =>
  sql.query("select u.id, u.chiffre from dossier d join usager u on u.id = d.usager_id where d.id = any($1::uuid[])", [
    dossierIds,
  ]);

/** Writes again what is known of a person. */
export async function changerUsager(tx: Sql, usager: UsagerAEcrire): Promise<void> {
  await tx.query(
    `update usager set chiffre = $2, empreinte_identite = $3, empreinte_ins = $4, sans_medecin_traitant = $5, ald = $6,
       isole = $7, lieu_de_vie = $8, mesure_protection = $9, empreinte_nom = $10, empreinte_nom_utilise = $11 where id = $1`,
    valeursDe(usager),
  );
}
