import type { Ancre, FinDeChaine } from "./ancre.ts";
import type { ConnexionDAdministration } from "./connexion-d-administration.ts";
import { DEBUT_DE_CHAINE, empreinteDeTrace, type LigneDeTrace } from "./empreinte.ts";

/** A line of the register that does not follow from the one before it, or that does not say what was written. */
export interface Rupture {
  readonly id: string;
  readonly dossierId: string;
  readonly cause: "LIGNE_CHANGEE" | "LIGNE_PRECEDENTE_ABSENTE";
}

/** A chain that is no longer what an anchor says of it: its end was removed, or it was written again from some line on. */
export interface EcartALAncre {
  readonly dossierId: string;
  readonly cause: "FIN_RETIREE" | "CHAINE_REECRITE";
  /** How many lines it has, and how many the anchor counts. */
  readonly lignes: number;
  readonly ancrees: number;
}

export interface Verification {
  readonly lignes: number;
  readonly dossiers: number;
  /** The broken line that was written first; null when every chain holds. */
  readonly premiereRupture: Rupture | null;
  /** The chains that differ from the anchor; none without one. */
  readonly ecarts: readonly EcartALAncre[];
}

interface LigneLue extends LigneDeTrace {
  readonly id: string;
  readonly precedente: string;
  readonly empreinte: string;
  readonly forme: number;
}

const PAR_LECTURE = 2_000;

// Written with milliseconds; more digits than that were not written by the service, and break the hash.
const LIRE = `select id::text, dossier_id::text as "dossierId", acteur, action, objet, motif, bris_de_glace as "brisDeGlace",
    precedente, empreinte, forme,
    to_char(le at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.')
      || case when le = date_trunc('milliseconds', le) then to_char(le, 'MS') else to_char(le, 'US') end || 'Z' as le
  from parcours.trace_acces t
  where $1::uuid is null or (t.dossier_id, t.id) > ($1, $2)
  order by t.dossier_id, t.id limit ${PAR_LECTURE}`;

/**
 * Reads the whole register of accesses, chain after chain, and tells which line was broken first. A chain tells nothing of
 * lines removed from its very end, nor of an end that was wholly written again: an anchor kept elsewhere does.
 */
export async function verifierLesChaines(
  connexion: ConnexionDAdministration,
  ancre: Ancre = new Map(),
): Promise<Verification> {
  const longueurs = new Map<string, number>();
  const reecrites = new Set<string>();
  let [lignes, premiereRupture] = [0, null as Rupture | null];
  let avant: LigneLue | undefined;
  for (;;) {
    const { rows } = await connexion.query<LigneLue>(LIRE, [avant?.dossierId ?? null, avant?.id ?? null]);
    for (const ligne of rows) {
      const { id, dossierId, empreinte } = ligne;
      const rang = (longueurs.get(dossierId) ?? 0) + 1;
      longueurs.set(dossierId, rang);
      lignes += 1;
      const cause = causeDeRupture(ligne, rang > 1 ? (avant?.empreinte ?? DEBUT_DE_CHAINE) : DEBUT_DE_CHAINE);
      if (cause !== null && (premiereRupture === null || BigInt(id) < BigInt(premiereRupture.id)))
        premiereRupture = { id, dossierId, cause };
      const ancree = ancre.get(dossierId);
      if (ancree?.lignes === rang && ancree.empreinte !== empreinte) reecrites.add(dossierId);
      avant = ligne;
    }
    if (rows.length < PAR_LECTURE) break;
  }
  const ecarts = [...ancre.values()].flatMap((fin) => ecartDe(fin, longueurs.get(fin.dossierId) ?? 0, reecrites));
  return { lignes, dossiers: longueurs.size, premiereRupture, ecarts };
}

function causeDeRupture(ligne: LigneLue, attendue: string): Rupture["cause"] | null {
  if (empreinteDeTrace(ligne.precedente, ligne, ligne.forme) !== ligne.empreinte) return "LIGNE_CHANGEE";
  return ligne.precedente === attendue ? null : "LIGNE_PRECEDENTE_ABSENTE";
}

function ecartDe(
  { dossierId, lignes: ancrees }: FinDeChaine,
  lignes: number,
  reecrites: ReadonlySet<string>,
): EcartALAncre[] {
  if (lignes < ancrees) return [{ dossierId, cause: "FIN_RETIREE", lignes, ancrees }];
  return reecrites.has(dossierId) ? [{ dossierId, cause: "CHAINE_REECRITE", lignes, ancrees }] : [];
}
