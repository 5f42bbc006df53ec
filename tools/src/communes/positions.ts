import { apparier } from "./appariement.ts";
import { barycentre, type Point } from "./geometrie.ts";
import { POSITIONS_SAISIES } from "./positions-saisies.ts";
import type { Entite, Lieu } from "./sources.ts";
import type { Territoire } from "./territoire.ts";

/** How a position was obtained: the commune's own place, or the mean of its neighbours. */
export type Origine = "GEONAMES" | "SAISIE" | "CODE_POSTAL" | "EPCI";

interface Position extends Point {
  readonly origine: Origine;
}

export interface Positions {
  /** Par code INSEE, communes et arrondissements municipaux. */
  readonly situees: ReadonlyMap<string, Position>;
  readonly parCode: number;
  readonly parNom: number;
  readonly refusees: readonly string[];
}

/** GeoNames names the arrondissements of Lyon and Marseille « Lyon 03 »: city, then two digits, as their INSEE code ends. */
function lieuDeArrondissement(
  { code, commune = "" }: Entite,
  lieux: readonly Lieu[],
  { communes }: Territoire,
): Lieu | undefined {
  const ville = communes.get(commune);
  const rang = Number(code.slice(-2)) - (ville?.departement === "69" ? 80 : 0);
  const nom = `${ville?.nom} ${String(rang).padStart(2, "0")}`;
  return lieux.find((lieu) => lieu.nom === nom && lieu.codes.includes(commune));
}

const situee = ({ latitude, longitude }: Point, origine: Origine): Position => ({ latitude, longitude, origine });

/**
 * The mean of a commune's located neighbours, weighted by population: those of its EPCI and postal code, else of its
 * postal code, else of its EPCI. `null` when none is located: far islands, where no mean would be true.
 */
function situerParVoisines(code: string, lieux: ReadonlyMap<string, Lieu>, territoire: Territoire): Position | null {
  const centreDe = (codes: readonly string[]): Point | null =>
    barycentre(
      codes.flatMap((voisine) => {
        const lieu = lieux.get(voisine);
        const poids = Math.max(1, territoire.communes.get(voisine)?.population ?? 1);
        return lieu === undefined ? [] : [{ latitude: lieu.latitude, longitude: lieu.longitude, poids }];
      }),
    );
  const epci = territoire.memeEpci(code);
  const postal = territoire.memeCodePostal(code);
  const voisinage = centreDe(postal.filter((voisine) => epci.includes(voisine))) ?? centreDe(postal);
  if (voisinage !== null) return situee(voisinage, "CODE_POSTAL");
  const intercommunal = centreDe(epci);
  return intercommunal === null ? null : situee(intercommunal, "EPCI");
}

/** A position for every commune and arrondissement that can have one: its GeoNames place, ours, or its neighbours' mean. */
export function situer(lieux: readonly Lieu[], territoire: Territoire): Positions {
  const { lieux: lieuxDesCommunes, ...bilan } = apparier(lieux, territoire);
  const situerEntite = (entite: Entite, lieu: Lieu | undefined): Position | null => {
    if (lieu !== undefined) return situee(lieu, "GEONAMES");
    const saisie = POSITIONS_SAISIES.get(entite.code);
    return saisie === undefined
      ? situerParVoisines(entite.code, lieuxDesCommunes, territoire)
      : situee(saisie, "SAISIE");
  };
  const candidates = [
    ...[...territoire.communes.values()].map((commune) => [commune, lieuxDesCommunes.get(commune.code)] as const),
    ...territoire.arrondissements.map((entite) => [entite, lieuDeArrondissement(entite, lieux, territoire)] as const),
  ];
  const situees = new Map<string, Position>();
  for (const [entite, lieu] of candidates) {
    const position = situerEntite(entite, lieu);
    if (position !== null) situees.set(entite.code, position);
  }
  return { situees, ...bilan };
}
