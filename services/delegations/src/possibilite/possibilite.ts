import { departementDeCommune } from "@coordination/referentiels";
import type { Eligibilite } from "@coordination/rules";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Acte, Delegation } from "../catalogue/delegation.ts";
import { delegationsPourActe } from "../catalogue/versions.ts";
import type { Contexte } from "../context.ts";
import { type ExigencesProfessionnel, exigencesDuProfessionnel } from "../eligibilite/exigences.rule.ts";
import { eligibilitePersonne } from "../eligibilite/personne.rule.ts";
import type { ContenuPossibilite } from "./identifiant-possibilite.ts";

/** A delegation judged for an act, a person, a place and a date, and what it asks of the professional. */
export interface Possibilite extends ExigencesProfessionnel {
  /** Encrypted only when it is asked, and once: the teams of several needs are then looked for together. */
  readonly id: () => Promise<string>;
  readonly contenu: ContenuPossibilite;
  readonly delegation: Delegation;
  readonly acte: Acte;
  readonly eligibilite: Eligibilite;
  readonly codeInsee: string;
  readonly rayonKm: number;
}

/** What was asked; the delegations come from the catalogue. */
export type Demande = Omit<ContenuPossibilite, "delegation" | "acte">;

const RANGS = { OUI: 0, INCONNU: 1, NON: 2 } as const;

/** One possibility per delegation and act: those that are open first, then by code. An unknown act has none. */
export async function findPossibilites(
  { loaders, identifiants }: Contexte,
  actes: readonly string[],
  demande: Demande,
): Promise<Possibilite[]> {
  const catalogue = await loaders.catalogue();
  const contenus = [...new Set(actes)].flatMap((acte) =>
    delegationsPourActe(catalogue.delegations, acte, demande.le).map(
      ({ code, version }): ContenuPossibilite => ({ ...demande, delegation: { code, version }, acte }),
    ),
  );
  return contenus
    .map((contenu) => juger(catalogue, contenu, () => identifiants.encoder(contenu)))
    .filter((possibilite) => possibilite !== null)
    .toSorted(parVerdictPuisCode);
}

/** The possibility that an identifier carries; null when it is forged, truncated, expired or of another version. */
export async function resoudrePossibilite(
  { id }: Readonly<Record<string, unknown>>,
  { loaders }: Contexte,
): Promise<Possibilite | null> {
  if (typeof id !== "string") return null;
  const [catalogue, contenu] = await Promise.all([loaders.catalogue(), loaders.contenuByPossibilite.load(id)]);
  return contenu === null ? null : juger(catalogue, contenu, () => Promise.resolve(id));
}

function juger(
  { delegations }: Catalogue,
  contenu: ContenuPossibilite,
  encoder: () => Promise<string>,
): Possibilite | null {
  const { code, version } = contenu.delegation;
  const delegation = delegations.find((autre) => autre.code === code && autre.version === version);
  const acte = delegation?.actes.find((couvert) => couvert.code === contenu.acte);
  if (delegation === undefined || acte === undefined) return null;
  const { codeInsee } = contenu.lieu;
  const faits = { ...contenu.personne, acte: acte.code, departement: departementDeCommune(codeInsee), le: contenu.le };
  let id: Promise<string> | undefined;
  return {
    id: () => {
      id ??= encoder();
      return id;
    },
    contenu,
    delegation,
    acte,
    eligibilite: eligibilitePersonne(delegation, faits),
    codeInsee,
    rayonKm: contenu.rayonKm,
    ...exigencesDuProfessionnel(delegation, acte.code),
  };
}

const parVerdictPuisCode = (une: Possibilite, autre: Possibilite): number =>
  RANGS[une.eligibilite.verdict] - RANGS[autre.eligibilite.verdict] ||
  (une.delegation.code < autre.delegation.code ? -1 : Number(une.delegation.code > autre.delegation.code));
