import { dansLaBoite, distanceAuCentre } from "../proximite.ts";
import type { MotCorrige } from "./corrections.ts";
import { filtres } from "./filtres.ts";
import type { ExpressionsDeRang } from "./ordre.ts";
import type { Etape, Recherche } from "./recherche.type.ts";
import { souventVraie, texteApproche, texteExact } from "./texte.ts";
import type { Valeurs } from "./valeurs.ts";

/** The common part of a page and of a count: where the rows come from, and which of them are found. */
export interface Corps {
  /** `with` parts. */
  readonly parties: readonly string[];
  readonly de: string;
  readonly conditions: readonly string[];
  readonly expressions: ExpressionsDeRang;
}

/** What had to be read before a search. */
export interface Lecture {
  /** How the text is looked for. */
  readonly etape: Etape;
  /** Null when the text is taken as written. */
  readonly corrections: readonly MotCorrige[] | null;
  /** Changes are shown up to this instant; null when they are not what is asked. */
  readonly horizon: string | null;
}

/**
 * Rows of `structure s` that a search finds. Rows come straight
 * from the table, so that an index can give their order.
 */
export function corps(
  recherche: Recherche,
  { etape, corrections, horizon }: Lecture,
  valeurs: Valeurs,
  { avecScore }: { avecScore: boolean },
): Corps {
  const { autour, texte } = recherche;
  const conditions = filtres(recherche, valeurs);
  if (horizon !== null) conditions.push(`s.mis_a_jour_le < ${valeurs.ajouter(horizon, "timestamptz")}`);
  const expressions = { id: "s.id", nom: "s.nom", misAJourLe: "s.mis_a_jour_le" };
  const nomme =
    texte === null ? null : corrections === null ? texteExact(texte, valeurs) : texteApproche(corrections, valeurs);
  if (nomme !== null) conditions.push(etape.endsWith("LARGE") ? souventVraie(nomme.condition) : nomme.condition);
  const score = (avecScore ? nomme?.score() : null) ?? "null::double precision";
  if (autour === null) {
    const distance = "null::double precision";
    return { parties: [], de: "structure s", conditions, expressions: { ...expressions, distance, score } };
  }
  const rayon = valeurs.ajouter(autour.rayonKm, "double precision");
  const distance = distanceAuCentre("s");
  conditions.push(dansLaBoite("s", rayon), `${distance} <= ${rayon}`);
  return {
    parties: [`centre as (${centre(autour, valeurs)})`],
    de: "centre cross join structure s",
    conditions,
    expressions: { ...expressions, distance, score },
  };
}

/** One point, or no row when the commune has none. */
function centre({ codeInsee, latitude, longitude }: NonNullable<Recherche["autour"]>, valeurs: Valeurs): string {
  return codeInsee === null
    ? `select ${valeurs.ajouter(latitude, "double precision")} as latitude, ${valeurs.ajouter(longitude, "double precision")} as longitude`
    : `select c.latitude, c.longitude from commune c where c.code = ${valeurs.ajouter(codeInsee, "text")} and c.latitude is not null`;
}
