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

/** How the text is looked for; `corrections` are null when it is taken as written. */
export interface TexteCompris {
  readonly etape: Etape;
  readonly corrections: readonly MotCorrige[] | null;
}

/**
 * Rows of `structure s` that a search finds. Rows come straight
 * from the table, so that an index can give their order.
 */
export function corps(recherche: Recherche, { etape, corrections }: TexteCompris, valeurs: Valeurs): Corps {
  const { autour, texte } = recherche;
  const conditions = filtres(recherche, valeurs);
  const expressions = { id: "s.id", nom: "s.nom", misAJourLe: "s.mis_a_jour_le" };
  const nomme =
    texte === null ? null : corrections === null ? texteExact(texte, valeurs) : texteApproche(corrections, valeurs);
  if (nomme !== null) conditions.push(etape.endsWith("LARGE") ? souventVraie(nomme.condition) : nomme.condition);
  const score = nomme?.score ?? "null::double precision";
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
