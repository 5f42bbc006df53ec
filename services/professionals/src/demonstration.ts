import type { Verdict } from "@coordination/rules";
import type pg from "pg";
import type { EtatDisponibilite } from "./disponibilite/disponibilite.type.ts";

/** An invented availability: of every activity of care that this person has open, or of those in one structure. */
export interface DisponibiliteDeDemonstration {
  readonly rpps: string;
  readonly structureId: string | null;
  readonly etat: EtatDisponibilite;
  readonly nouveauxPatients: Verdict;
  readonly medecinTraitant: Verdict;
  readonly soinsNonProgrammes: Verdict;
  readonly delaiJours: number | null;
  readonly capacite: number | null;
  /** Instants, ISO 8601. */
  readonly releveLe: string;
  readonly expireLe: string;
  readonly source: string;
}

/** An invented training or authorisation; dates AAAA-MM-JJ. */
export interface HabilitationDeDemonstration {
  readonly rpps: string;
  readonly code: string;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly organisme: string | null;
  readonly source: string;
}

export interface DonneesDeDemonstration {
  readonly disponibilites: readonly DisponibiliteDeDemonstration[];
  readonly habilitations: readonly HabilitationDeDemonstration[];
}

/**
 * Declares, for people already imported, what no public file says. Safe to repeat; what names nobody is left out.
 * Runs inside the caller's transaction, on an admin connection.
 */
export async function chargerDemonstration(
  client: pg.Client,
  { disponibilites, habilitations }: DonneesDeDemonstration,
): Promise<void> {
  await client.query(
    `insert into professionals.disponibilite (situation_id, etat, nouveaux_patients, medecin_traitant, soins_non_programmes,
       delai_jours, capacite, releve_le, source, expire_le)
     select distinct on (s.id) s.id, d.etat, d."nouveauxPatients", d."medecinTraitant", d."soinsNonProgrammes",
       d."delaiJours", d.capacite, d."releveLe", d.source, d."expireLe"
     from jsonb_to_recordset($1::jsonb) as d (rpps text, "structureId" text, etat text, "nouveauxPatients" text,
       "medecinTraitant" text, "soinsNonProgrammes" text, "delaiJours" int, capacite int, "releveLe" timestamptz, source text,
       "expireLe" timestamptz)
     join professionals.situation s on s.professionnel_id = '8' || d.rpps and s.ferme_le is null and s.soignante
       and (d."structureId" is null or s.structure_id = d."structureId")
     order by s.id, d."structureId" nulls last, d."releveLe" desc
     on conflict (situation_id) do update set etat = excluded.etat, nouveaux_patients = excluded.nouveaux_patients,
       medecin_traitant = excluded.medecin_traitant, soins_non_programmes = excluded.soins_non_programmes,
       delai_jours = excluded.delai_jours, capacite = excluded.capacite, releve_le = excluded.releve_le,
       source = excluded.source, expire_le = excluded.expire_le`,
    [JSON.stringify(disponibilites)],
  );
  await client.query(
    `insert into professionals.habilitation (professionnel_id, code, depuis, jusqu_a, organisme, source)
     select distinct on (p.id, h.code, h.depuis) p.id, h.code, h.depuis, h."jusquA", h.organisme, h.source
     from jsonb_to_recordset($1::jsonb) as h (rpps text, code text, depuis date, "jusquA" date, organisme text, source text)
     join professionals.professionnel p on p.id = '8' || h.rpps
     order by p.id, h.code, h.depuis, h."jusquA" desc nulls first
     on conflict (professionnel_id, code, depuis) do update set jusqu_a = excluded.jusqu_a, organisme = excluded.organisme,
       source = excluded.source`,
    [JSON.stringify(habilitations)],
  );
}
