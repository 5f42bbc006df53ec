import type { ActeurEcrit } from "./acteur-ecrit.ts";
import { DEBUT_DE_CHAINE, empreinteDeTrace } from "./trace.ts";

/** What is needed of the administrator's connection: a `pg.Client`. Row-level security hides the register from anyone else. */
interface Connexion {
  query<Ligne extends object>(text: string, values: unknown[]): Promise<{ rows: Ligne[] }>;
}

/** A line of the register that does not follow from the one before it, or that does not say what was written. */
export interface Rupture {
  readonly id: string;
  readonly dossierId: string;
  readonly cause: "LIGNE_CHANGEE" | "LIGNE_PRECEDENTE_ABSENTE";
}

export interface Verification {
  readonly lignes: number;
  readonly dossiers: number;
  /** The broken line that was written first; null when every chain holds. */
  readonly premiereRupture: Rupture | null;
}

interface LigneLue {
  readonly id: string;
  readonly dossierId: string;
  readonly acteur: ActeurEcrit;
  readonly action: string;
  readonly objet: string;
  readonly motif: string | null;
  readonly brisDeGlace: boolean;
  readonly le: string;
  readonly precedente: string;
  readonly empreinte: string;
}

const PAR_LECTURE = 2_000;

// Written with milliseconds; more digits than that were not written by the service, and break the hash.
const LIRE = `select id::text, dossier_id::text as "dossierId", acteur, action, objet, motif, bris_de_glace as "brisDeGlace", precedente, empreinte,
    to_char(le at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.')
      || case when le = date_trunc('milliseconds', le) then to_char(le, 'MS') else to_char(le, 'US') end || 'Z' as le
  from parcours.trace_acces t
  where $1::uuid is null or (t.dossier_id, t.id) > ($1, $2)
  order by t.dossier_id, t.id limit ${PAR_LECTURE}`;

/**
 * Reads the whole register of accesses, chain after chain, and tells which line was broken first. A chain tells nothing of
 * lines removed from its very end: what was removed there must be looked for in a copy.
 */
export async function verifierLesChaines(connexion: Connexion): Promise<Verification> {
  const etat = { lignes: 0, dossiers: 0, premiereRupture: null as Rupture | null };
  let avant: LigneLue | undefined;
  for (;;) {
    const { rows } = await connexion.query<LigneLue>(LIRE, [avant?.dossierId ?? null, avant?.id ?? null]);
    for (const ligne of rows) {
      const suit = avant?.dossierId === ligne.dossierId;
      if (!suit) etat.dossiers += 1;
      etat.lignes += 1;
      const cause = causeDeRupture(ligne, suit ? (avant?.empreinte ?? DEBUT_DE_CHAINE) : DEBUT_DE_CHAINE);
      if (cause !== null && (etat.premiereRupture === null || BigInt(ligne.id) < BigInt(etat.premiereRupture.id)))
        etat.premiereRupture = { id: ligne.id, dossierId: ligne.dossierId, cause };
      avant = ligne;
    }
    if (rows.length < PAR_LECTURE) return etat;
  }
}

function causeDeRupture(ligne: LigneLue, attendue: string): Rupture["cause"] | null {
  if (empreinteDeTrace(ligne.precedente, ligne) !== ligne.empreinte) return "LIGNE_CHANGEE";
  return ligne.precedente === attendue ? null : "LIGNE_PRECEDENTE_ABSENTE";
}
