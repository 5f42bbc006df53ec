import type { Decoupage, Entite } from "./sources.ts";

/** The communes of today and whom they live with: the same EPCI, the same postal code. */
export interface Territoire {
  readonly communes: ReadonlyMap<string, Entite>;
  readonly arrondissements: readonly Entite[];
  /** Code d'hier (commune déléguée, associée, ancien code) → code d'aujourd'hui. */
  readonly successeurs: ReadonlyMap<string, string>;
  /** Nom d'une commune déléguée chef-lieu, par code de la commune nouvelle : son bourg-centre. */
  readonly nomsDeChefLieu: ReadonlyMap<string, string>;
  /** Nom d'une commune déléguée ou associée, par son code. */
  readonly nomsDAnciennes: ReadonlyMap<string, string>;
  readonly epciDe: ReadonlyMap<string, { readonly code: string; readonly nom: string }>;
  /** Communes du même EPCI, elle comprise. */
  readonly memeEpci: (code: string) => readonly string[];
  /** Communes du même département qui partagent l'un de ses codes postaux, elle comprise. */
  readonly memeCodePostal: (code: string) => readonly string[];
  readonly memeDepartement: (code: string) => readonly string[];
}

/** Territories where nobody lives: the TAAF and Clipperton have a code, no inhabitant, no care and no GeoNames place. */
const INHABITES: ReadonlySet<string> = new Set(["984", "989"]);

function grouper(paires: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groupes = new Map<string, string[]>();
  for (const [cle, code] of paires) {
    const groupe = groupes.get(cle);
    if (groupe === undefined) groupes.set(cle, [code]);
    else groupe.push(code);
  }
  return groupes;
}

/** Indexes the division once, for the matching and the completion of positions. */
export function decrireTerritoire({ entites, epci }: Decoupage): Territoire {
  const actuelles = entites.filter(
    ({ type, departement }) => type === "commune-actuelle" && !INHABITES.has(departement),
  );
  const communes = new Map(actuelles.map((commune) => [commune.code, commune]));
  const anciennes = entites.filter(({ type }) => type === "commune-deleguee" || type === "commune-associee");
  const epciDe = new Map(
    epci.flatMap(({ code, nom, membres }) => membres.map((membre) => [membre.code, { code, nom }])),
  );
  const parEpci = grouper(epci.flatMap(({ code, membres }) => membres.map((membre) => [code, membre.code] as const)));
  const postal = (commune: Entite) => (commune.codesPostaux ?? []).map((code) => `${commune.departement} ${code}`);
  const parPostal = grouper(actuelles.flatMap((commune) => postal(commune).map((cle) => [cle, commune.code] as const)));
  const parDepartement = grouper(actuelles.map(({ code, departement }) => [departement, code] as const));
  return {
    communes,
    arrondissements: entites.filter(({ type }) => type === "arrondissement-municipal"),
    successeurs: new Map([
      ...actuelles.flatMap(({ code, anciensCodes }) => (anciensCodes ?? []).map((ancien) => [ancien, code] as const)),
      ...anciennes.flatMap(({ code, chefLieu }) => (chefLieu === undefined ? [] : [[code, chefLieu] as const])),
    ]),
    nomsDeChefLieu: new Map(
      anciennes.filter(({ code, chefLieu }) => code === chefLieu).map(({ code, nom }) => [code, nom]),
    ),
    nomsDAnciennes: new Map(anciennes.map(({ code, nom }) => [code, nom])),
    epciDe,
    memeEpci: (code) => parEpci.get(epciDe.get(code)?.code ?? "") ?? [],
    memeCodePostal: (code) => {
      const commune = communes.get(code);
      return [...new Set(commune === undefined ? [] : postal(commune).flatMap((cle) => parPostal.get(cle) ?? []))];
    },
    memeDepartement: (code) => parDepartement.get(communes.get(code)?.departement ?? "") ?? [],
  };
}
