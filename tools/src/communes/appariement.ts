import { distanceKm, type Point } from "./geometrie.ts";
import type { Entite, Lieu } from "./sources.ts";
import type { Territoire } from "./territoire.ts";

/** Beyond this, a place that shares neither EPCI nor postal code with anyone near is somebody else's place. */
const ECART_MAXIMUM_PAR_CODE_KM = 25;
/** A name alone proves less than a code: the place must stand among the commune's own companions. */
const ECART_MAXIMUM_PAR_NOM_KM = 15;

/** GeoNames natures from the seat of an administration down to a mere quarter. */
const NATURES = ["PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPL", "PPLL", "PPLX"];

/** Overseas territories that GeoNames knows by a country code instead of a département. */
const DEPARTEMENT_DU_PAYS: Readonly<Record<string, string>> = {
  PM: "975",
  BL: "977",
  MF: "978",
  WF: "986",
  PF: "987",
  NC: "988",
};

export interface Appariement {
  readonly lieux: ReadonlyMap<string, Lieu>;
  readonly parCode: number;
  readonly parNom: number;
  /** Communes dont le lieu a été refusé parce que trop loin de ses voisines. */
  readonly refusees: readonly string[];
}

/** Letters only: accents, case, hyphens and « St » do not make two names. */
export const normaliserNom = (nom: string): string =>
  nom
    .toLowerCase()
    .replace("œ", "oe")
    .normalize("NFD")
    .replace(/\bs(ain)?t(e?)\b/g, "st$2")
    .replace(/[^a-z]/g, "");

const departementDuLieu = ({ pays, codes }: Lieu): string => DEPARTEMENT_DU_PAYS[pays] ?? codes[2] ?? "";

function communeDuLieu(lieu: Lieu, { communes, successeurs }: Territoire): string | null {
  for (const code of lieu.codes) {
    if (communes.has(code)) return code;
    const successeur = successeurs.get(code);
    if (successeur !== undefined) return successeur;
  }
  return null;
}

/** Of the places inside one commune: the one of its name, else of its seat's name, else the most administrative, the most peopled. */
function choisirBourg(commune: Entite, lieux: readonly Lieu[], nomDuChefLieu: string | undefined): Lieu | undefined {
  const rangDuNom = ({ nom, autresNoms }: Lieu): number => {
    const noms = [nom, ...autresNoms].map(normaliserNom);
    if (normaliserNom(nom) === normaliserNom(commune.nom)) return 0;
    if (noms.includes(normaliserNom(commune.nom))) return 1;
    return nomDuChefLieu !== undefined && noms.includes(normaliserNom(nomDuChefLieu)) ? 2 : 3;
  };
  return [...lieux].sort(
    (a, b) =>
      rangDuNom(a) - rangDuNom(b) ||
      NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature) ||
      b.population - a.population ||
      a.id - b.id,
  )[0];
}

/** Distance to the nearest located companion (same postal code or same EPCI); `null` when it has none. */
function ecartAuxVoisines(
  code: string,
  point: Point,
  situes: ReadonlyMap<string, Lieu>,
  territoire: Territoire,
): number | null {
  const voisines = [...territoire.memeCodePostal(code), ...territoire.memeEpci(code)].filter(
    (voisine) => voisine !== code,
  );
  const ecarts = voisines.flatMap((voisine) => {
    const lieu = situes.get(voisine);
    return lieu === undefined ? [] : [distanceKm(point, lieu)];
  });
  return ecarts.length === 0 ? null : Math.min(...ecarts);
}

/**
 * Wrong codes exist in GeoNames. In mainland France a commune whose postal code is shared with a located one has
 * neighbours: a place over 25 km from all of them (same postal code, same EPCI) is refused. Without such a neighbour
 * (a large commune alone on its postal code, overseas) distance proves nothing and the code is believed.
 */
function estAberrant(commune: Entite, lieu: Lieu, situes: ReadonlyMap<string, Lieu>, territoire: Territoire): boolean {
  if (commune.zone !== "metro") return false;
  const aUneVoisine = territoire.memeCodePostal(commune.code).some((code) => code !== commune.code && situes.has(code));
  const ecart = ecartAuxVoisines(commune.code, lieu, situes, territoire);
  return aUneVoisine && ecart !== null && ecart > ECART_MAXIMUM_PAR_CODE_KM;
}

function apparierParCode(lieux: readonly Lieu[], territoire: Territoire): Map<string, Lieu> {
  const candidats = Map.groupBy(lieux, (lieu) => communeDuLieu(lieu, territoire));
  const situes = new Map<string, Lieu>();
  for (const commune of territoire.communes.values()) {
    const bourg = choisirBourg(commune, candidats.get(commune.code) ?? [], territoire.nomsDeChefLieu.get(commune.code));
    if (bourg !== undefined) situes.set(commune.code, bourg);
  }
  return situes;
}

/** The only place of that very name in the département, when no other commune took it. */
function lieuDuNom(
  commune: Entite,
  parNom: ReadonlyMap<string, readonly Lieu[]>,
  pris: ReadonlySet<Lieu>,
): Lieu | undefined {
  const homonymes = parNom.get(`${commune.departement} ${normaliserNom(commune.nom)}`) ?? [];
  return homonymes.length === 1 ? homonymes.find((lieu) => !pris.has(lieu)) : undefined;
}

/**
 * Gives a GeoNames place to as many communes as can be trusted: by INSEE code first, then by name and département.
 * A territory of one commune (Saint-Barthélemy, Saint-Martin) takes its most peopled place.
 */
export function apparier(lieux: readonly Lieu[], territoire: Territoire): Appariement {
  const parCode = apparierParCode(lieux, territoire);
  const refusees = [...territoire.communes.values()].filter((commune) => {
    const lieu = parCode.get(commune.code);
    return lieu !== undefined && estAberrant(commune, lieu, parCode, territoire);
  });
  const situes = new Map(parCode);
  for (const { code } of refusees) situes.delete(code);
  const acquis = new Map(situes);

  const pris = new Set(parCode.values());
  const parNom = Map.groupBy(lieux, (lieu) => `${departementDuLieu(lieu)} ${normaliserNom(lieu.nom)}`);
  const parDepartement = Map.groupBy(lieux, departementDuLieu);
  for (const commune of territoire.communes.values()) {
    if (situes.has(commune.code)) continue;
    const seule = commune.zone === "com" && territoire.memeDepartement(commune.code).length === 1;
    const lieu = seule
      ? choisirBourg(commune, parDepartement.get(commune.departement) ?? [], undefined)
      : lieuDuNom(commune, parNom, pris);
    if (lieu === undefined) continue;
    const ecart = ecartAuxVoisines(commune.code, lieu, acquis, territoire);
    if (commune.zone === "com" || (ecart !== null && ecart <= ECART_MAXIMUM_PAR_NOM_KM)) situes.set(commune.code, lieu);
  }
  return {
    lieux: situes,
    parCode: acquis.size,
    parNom: situes.size - acquis.size,
    refusees: refusees.map(({ code }) => code),
  };
}
