import { createHash } from "node:crypto";
import type { CriteresBesoin } from "../besoin/criteres.type.ts";
import { BAREME } from "./bareme.ts";
import type { Candidature } from "./candidature.rule.ts";
import { comparerTextes } from "./motif.ts";

/** Une candidature à sa place, et les demandes dont elle est l'une des meilleures réponses. */
export interface Placee {
  readonly candidature: Candidature;
  readonly meilleurePour: readonly string[];
}

/**
 * Range des candidatures (toutes retenues, ou toutes écartées) comme `BAREME.ordre` le dit.
 * Le tour d'une candidature est son meilleur rang parmi celles qui répondent à une même demande.
 */
export function ranger(candidatures: readonly Candidature[], criteres: CriteresBesoin): Placee[] {
  const comparer = parScorePuisEmpreinte(criteres, candidatures);
  const triees = candidatures.toSorted(comparer);
  const rangs = rangsParDemande(triees.filter(({ complementaire }) => !complementaire));
  const placees = triees.map((candidature) => placer(candidature, rangs));
  return placees
    .toSorted((une, autre) => Number(une.complementaire) - Number(autre.complementaire) || une.tour - autre.tour)
    .map(({ candidature, meilleurePour }) => ({ candidature, meilleurePour }));
}

type Rangs = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Pour chaque demande, le rang de chacune de ses réponses, à partir de 1. */
function rangsParDemande(triees: readonly Candidature[]): Rangs {
  const rangs = new Map<string, Map<string, number>>();
  for (const { cle, demandes } of triees) {
    for (const demande of demandes) {
      const rangsDeLaDemande = rangs.get(demande.cle) ?? new Map<string, number>();
      rangs.set(demande.cle, rangsDeLaDemande.set(cle, rangsDeLaDemande.size + 1));
    }
  }
  return rangs;
}

function placer(candidature: Candidature, rangs: Rangs) {
  const places = candidature.demandes.map(({ cle, libelle }) => ({
    libelle,
    rang: rangs.get(cle)?.get(candidature.cle) ?? Number.POSITIVE_INFINITY,
  }));
  const dansLesTours = places.filter(({ rang }) => rang <= BAREME.tours);
  return {
    candidature,
    complementaire: candidature.complementaire,
    tour: Math.min(BAREME.tours + 1, ...places.map(({ rang }) => rang)),
    // Une seule demande : chaque réponse y serait « parmi les meilleures », ce qui ne dirait rien.
    meilleurePour: rangs.size > 1 ? dansLesTours.map(({ libelle }) => libelle) : [],
  };
}

/** À score égal, l'empreinte du besoin et du candidat décide : jamais l'ordre d'arrivée, ni l'identifiant aléatoire du besoin. */
function parScorePuisEmpreinte(criteres: CriteresBesoin, candidatures: readonly Candidature[]) {
  const besoin = JSON.stringify(criteres);
  const empreintes = new Map(candidatures.map(({ cle }) => [cle, empreinte(`${besoin}\n${cle}`)]));
  return (une: Candidature, autre: Candidature): number =>
    autre.score - une.score ||
    comparerTextes(empreintes.get(une.cle) ?? "", empreintes.get(autre.cle) ?? "") ||
    comparerTextes(une.cle, autre.cle);
}

const empreinte = (texte: string): string => createHash("sha256").update(texte).digest("hex");
