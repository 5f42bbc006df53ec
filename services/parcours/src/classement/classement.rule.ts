import type { CriteresBesoin } from "../besoin/criteres.type.ts";
import { type Candidature, reunir } from "./candidature.rule.ts";
import { estHorsVigueur } from "./delegation.rule.ts";
import { reserverLeDernierRecours } from "./dernier-recours.rule.ts";
import type { SourcesDuBesoin } from "./faits.ts";
import { type MemoireDuClassement, motifsDeMemoire, SANS_MEMOIRE } from "./memoire.rule.ts";
import { type MotifPese, motifDuBareme, parPoids } from "./motif.ts";
import { type Placee, ranger } from "./ordre.rule.ts";
import { motifsDeReseau } from "./reseau.rule.ts";
import type { Voie } from "./voie.ts";
import { voieDuProfessionnel } from "./voies-professionnels.rule.ts";
import { voieDeLaStructure, voiesDesEquipes } from "./voies-structures.rule.ts";

/** Une candidature à son rang. */
export interface ElementClasse extends Pick<Candidature, "cible" | "possibilite" | "distanceKm" | "retenue" | "score"> {
  readonly rang: number;
  readonly motifs: readonly MotifPese[];
}

export interface Classement {
  readonly elements: readonly ElementClasse[];
  readonly sourcesIndisponibles: readonly string[];
  readonly tronque: boolean;
}

interface Demande {
  /** Rendre aussi les candidats écartés, avec leurs raisons. */
  readonly ecartees: boolean;
  /** Au plus tant de retenues, et tant d'écartées. */
  readonly first: number;
}

/**
 * Classe tout ce que l'annuaire a rendu pour un besoin : une seule liste, la même quel que soit l'ordre d'arrivée.
 * Une source absente n'empêche pas de classer les autres. Une urgence vitale n'a pas de destinataire : c'est le 15.
 */
export function classer(
  criteres: CriteresBesoin,
  sources: SourcesDuBesoin,
  { ecartees, first }: Demande,
  memoire: MemoireDuClassement = SANS_MEMOIRE,
): Classement {
  if (criteres.urgence === "VITALE") return { elements: [], sourcesIndisponibles: [], tronque: false };
  const candidatures = reunir(
    reserverLeDernierRecours(voiesDuBesoin(criteres, sources).map((voie) => seSouvenir(voie, memoire))),
    (sources.possibilites ?? []).map(({ id }) => id),
  );
  const rangees = (voulues: boolean) =>
    ranger(
      candidatures.filter(({ retenue }) => retenue === voulues),
      criteres,
    );
  const retenues = rangees(true);
  const autres = ecartees ? rangees(false) : [];
  const rendues = [...retenues.slice(0, first), ...autres.slice(0, first)];
  return {
    elements: rendues.map((placee, place) => elementClasse(placee, place + 1)),
    sourcesIndisponibles: sourcesMuettes(sources),
    tronque: sourceTronquee(sources) || rendues.length < retenues.length + autres.length,
  };
}

const seSouvenir = (voie: Voie, memoire: MemoireDuClassement): Voie => ({
  ...voie,
  motifs: [
    ...voie.motifs,
    ...motifsDeMemoire(voie.cible, voie.siens, memoire),
    ...motifsDeReseau(voie, memoire.reseau),
  ],
});

function voiesDuBesoin(
  criteres: CriteresBesoin,
  { professionnels, structures, possibilites }: SourcesDuBesoin,
): Voie[] {
  const parId = new Map((possibilites ?? []).map((possibilite) => [possibilite.id, possibilite]));
  const eteintes = new Set((possibilites ?? []).filter(estHorsVigueur).map(({ id }) => id));
  return [
    ...(professionnels?.elements ?? [])
      .filter(({ possibilite }) => !eteintes.has(possibilite ?? ""))
      .map((candidat) => voieDuProfessionnel(candidat, parId, criteres)),
    ...(structures?.elements ?? []).map((candidat) => voieDeLaStructure(candidat, criteres)),
    ...(possibilites ?? []).flatMap((possibilite) => voiesDesEquipes(possibilite, criteres)),
  ];
}

function elementClasse({ candidature, meilleurePour }: Placee, rang: number): ElementClasse {
  const { cible, possibilite, distanceKm, retenue, score } = candidature;
  const place =
    meilleurePour.length === 0 ? [] : [motifDuBareme("MEILLEURES_REPONSES", { precision: meilleurePour.join(" ; ") })];
  const motifs = [...candidature.motifs, ...(retenue ? place : [])].toSorted(parPoids);
  return { rang, cible, possibilite, distanceKm, retenue, score, motifs };
}

const sourcesMuettes = ({ professionnels, structures, possibilites }: SourcesDuBesoin): string[] => [
  ...(structures === null ? ["structures"] : []),
  ...(professionnels === null ? ["professionals"] : []),
  ...(possibilites === null ? ["delegations"] : []),
];

const sourceTronquee = ({ professionnels, structures }: SourcesDuBesoin): boolean =>
  professionnels?.tronque === true || structures?.tronque === true;
