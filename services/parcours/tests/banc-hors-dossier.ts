import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import { annuaireDuCercle, muter } from "./cercles-de-test.ts";
import { DEMANDE } from "./dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, ORIENTATION, type Orientation, orienter } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";
import { ouvrirAToulouse, type ouvrirSousGraphe, type Reponse, type SousGrapheDeTest } from "./sous-graphe.ts";

/** Who refers without a case: a CPTS, a professional in their own name, and their secretariat. */
export const CPTS: Acteur = { ...destinataire("CPTS-1"), profils: ["coordinatrice-cpts"] };
export const MEDECIN: Acteur = { ...destinataire("x"), sub: "medecin", rpps: "89900000079", structures: [] };
export const MEDECIN_ID = "889900000079";
export const SECRETARIAT: Acteur = {
  ...destinataire("x"),
  sub: "secretariat",
  structures: [],
  pourLeCompteDe: "89900000079",
};

export const POUR_LA_MSP = { destinataires: [{ structureId: "MSP-1" }] };

export interface Besoin {
  readonly id: string;
  readonly version: number;
}

const AJOUTER = `mutation($input: AjouterBesoinInput!, $cle: ID!, $aBlanc: Boolean! = false) {
  rendu: ajouterBesoin(input: $input, cleIdempotence: $cle, aBlanc: $aBlanc) { id version statut libelle } }`;

export const rendre = <Rendu>({ data, errors }: Reponse): Rendu => {
  expect(errors).toBeUndefined();
  return (data as { rendu: Rendu }).rendu;
};
/** The code, and whatever else an error says, of an answer that is one. */
export const erreurDe = ({ errors }: Reponse): Record<string, unknown> | undefined => errors?.[0]?.extensions;

export type BancHorsDossier = Awaited<ReturnType<typeof ouvrirBancHorsDossier>>;

/** The subgraph, and what is done most often of a need without a case. */
export async function ouvrirBancHorsDossier(options: Parameters<typeof ouvrirSousGraphe>[1] = {}) {
  const sousGraphe: SousGrapheDeTest = await ouvrirAToulouse(annuaireDuCercle, options);
  const tenter = (acteur: Acteur | null, input: object = {}, sous = cle(), aBlanc = false): Promise<Reponse> =>
    sousGraphe.demander(
      AJOUTER,
      { input: { usager: DEMANDE.usager, criteres: saisie, ...input }, cle: sous, aBlanc },
      acteur,
    );
  const ajouter = async (acteur: Acteur = CPTS, input: object = {}): Promise<Besoin> =>
    rendre<Besoin>(await tenter(acteur, input));
  const envoyer = async (
    besoin: Besoin,
    structures: readonly string[],
    ecart: object = {},
    acteur: Acteur = CPTS,
  ): Promise<Orientation[]> => {
    const { data, errors } = await orienter(sousGraphe, besoin, structures, ecart, acteur);
    expect(errors).toBeUndefined();
    return (data as { orienter: Orientation[] }).orienter;
  };
  const agir = (action: string, { id, version }: Besoin, acteur: Acteur, argument = ""): Promise<Reponse> =>
    sousGraphe.demander(
      `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: ${action}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { ${ORIENTATION} } }`,
      { id, version, cle: cle() },
      acteur,
    );
  /** The person says something of sharing; a prior consent given by word of mouth, unless told otherwise. */
  const recueillir = ({ id: besoinId }: Pick<Besoin, "id">, ecart: object = {}, acteur: Acteur = CPTS) =>
    muter(
      sousGraphe,
      "recueillirConsentementHorsDossier",
      "RecueillirConsentementHorsDossierInput",
      {
        besoinId,
        nature: "CONSENTEMENT_PREALABLE",
        statut: "DONNE",
        exprimePar: "PERSONNE",
        mode: "ORAL",
        recueilliLe: "2026-01-01T00:00:00Z",
        ...ecart,
      },
      acteur,
      "id consentements { id statut nature destinataires { structure { id } } recueilliPar { structure { id } } }",
    );
  return {
    sousGraphe,
    recueillir,
    tenter,
    ajouter,
    envoyer,
    agir,
    envoyerUne: async (besoin: Besoin, ecart: object = {}, acteur: Acteur = CPTS): Promise<Orientation> => {
      const [orientation] = await envoyer(besoin, ["MSP-1"], ecart, acteur);
      if (orientation === undefined) throw new Error("nothing was sent");
      return orientation;
    },
    reussir: async (...demande: Parameters<typeof agir>) => rendre<Orientation>(await agir(...demande)),
    lire: async (type: "besoin" | "orientation" | "parcours", id: string, champs: string, acteur: Acteur | null) =>
      (await sousGraphe.demander(`query($id: ID!) { vu: ${type}(id: $id) { ${champs} } }`, { id }, acteur)).data?.vu,
    /** The row that takes the place of a case, which no reader is ever told of. */
    cache: async ({ id }: Besoin): Promise<string> => {
      return (await dossierDuBesoin(sousGraphe, id)).id;
    },
    fermer: () => sousGraphe.fermer(),
  };
}
