import { randomUUID } from "node:crypto";
import { setTimeout as attendre } from "node:timers/promises";
import type { Acteur, AppelInterne } from "@coordination/server-kit";
import type { Maison } from "@coordination/tools";
import type { FormattedExecutionResult } from "graphql";
import { expect } from "vitest";
import { demander } from "./maison.fixture.ts";

const VILLEURBANNE = "69266";

/** Someone who may read and write cases, as the gateway would vouch for them. */
export const acteur = (sub: string, ecart: Partial<Acteur> = {}): Acteur => ({
  sub,
  rpps: null,
  structures: [],
  profils: [sub],
  scopes: ["parcours:lire", "parcours:ecrire"],
  clientId: "journey",
  ...ecart,
});
export const pour = (qui: Acteur): AppelInterne => ({ acteur: qui, requestId: "journey" });
export const cle = (): string => randomUUID();

/** An invented person, whose every word is found nowhere else. */
export const DEMANDE = {
  codeInsee: VILLEURBANNE,
  demandeur: { nature: "PROFESSIONNEL_DE_VILLE", nom: "Dr Quirin-Demandeur", telephone: "0411111111" },
  personneInformee: true,
  accordPersonne: "OUI",
  motif: "retour à domicile",
  difficulte: "plusieurs intervenants à réunir",
  autresActeurs: true,
  usager: {
    nomNaissance: "BARTAVELLE-EXEMPLE",
    prenoms: ["Philibert"],
    dateNaissance: "1948-03-09",
    sexe: "MASCULIN",
    telephone: "0422222222",
    statutIdentite: "QUALIFIEE",
    ins: { matricule: "299990199900103", oid: "1.2.250.1.213.1.4.8" },
    sansMedecinTraitant: "OUI",
    ald: "OUI",
    isole: "OUI",
  },
};
export const CRITERES = {
  codeInsee: VILLEURBANNE,
  nature: "SOINS",
  urgence: "SOUS_72_H",
  typesStructure: ["MSP", "CENTRE_DE_SANTE"],
  profil: { age: 78, sansMedecinTraitant: "OUI", ald: "OUI", isole: "OUI" },
};

/** Asks; the answer under `rendu`, which must have no error. */
export async function reussir<Rendu>(maison: Maison, query: string, variables: object, qui: Acteur): Promise<Rendu> {
  const reponse = await demander(maison, query, variables, pour(qui));
  expect(reponse.errors).toBeUndefined();
  return (reponse.data as { rendu: Rendu }).rendu;
}

/** The DAC of Villeurbanne, and its coordinator. */
export async function coordinatriceDe(maison: Maison): Promise<Acteur> {
  const { data } = await demander(maison, `query Dac { pointEntree(codeInsee: "${VILLEURBANNE}") { dac { id } } }`);
  const [dac] = (data as { pointEntree: { dac: { id: string }[] } }).pointEntree.dac;
  return acteur("coordinatrice", { rpps: "89900000012", structures: [dac?.id ?? ""] });
}

/** Somewhere to send someone: what a referral names, and who answers there. */
export interface Adresse {
  readonly destinataire: { readonly structureId: string } | { readonly situationId: string };
  readonly qui: Acteur;
}

/** The best-placed structures, then people, that the ranking proposes for this need. */
export async function adressesPour(maison: Maison, besoinId: string, qui: Acteur): Promise<readonly Adresse[]> {
  const { propositions } = await reussir<{
    propositions: {
      elements: {
        destinataire: {
          structure: { id: string } | null;
          situation: { id: string; professionnel: { id: string } } | null;
        };
      }[];
    };
  }>(
    maison,
    `query Proposer($id: ID!) { rendu: besoin(id: $id) { propositions(first: 100) { elements { destinataire {
      structure { id } situation { id professionnel { id } } } } } } }`,
    { id: besoinId },
    qui,
  );
  return propositions.elements.flatMap(({ destinataire: { structure, situation } }): Adresse[] => {
    if (structure !== null)
      return [
        { destinataire: { structureId: structure.id }, qui: acteur(structure.id, { structures: [structure.id] }) },
      ];
    if (situation === null) return [];
    const rpps = situation.professionnel.id.slice(1);
    return [{ destinataire: { situationId: situation.id }, qui: acteur(rpps, { rpps }) }];
  });
}

export const OUVRIR =
  "mutation Ouvrir($input: DemanderAppuiInput!, $cle: ID!) { rendu: demanderAppui(input: $input, cleIdempotence: $cle) { id version statut } }";
const QUALIFIER =
  "mutation Qualifier($input: QualifierDemandeInput!, $cle: ID!) { rendu: qualifierDemande(input: $input, cleIdempotence: $cle) { id version statut } }";
const AJOUTER_BESOIN =
  "mutation Ajouter($input: AjouterBesoinInput!, $cle: ID!) { rendu: ajouterBesoin(input: $input, cleIdempotence: $cle) { id version } }";
export const ORIENTER =
  "mutation Orienter($input: OrienterInput!, $cle: ID!) { rendu: orienter(input: $input, cleIdempotence: $cle) { id version statut } }";

/** A case of this team, qualified, with a need. */
export async function ouvrirDossier(maison: Maison, equipe: Acteur, criteres: object = CRITERES) {
  const recu = await reussir<{ id: string; version: number }>(
    maison,
    OUVRIR,
    { input: DEMANDE, cle: cle() },
    acteur("demandeur"),
  );
  const decision = { decision: "RECEVABLE", niveauAppui: "COORDINATION_SPECIFIQUE" };
  await reussir(
    maison,
    QUALIFIER,
    { input: { parcoursId: recu.id, version: recu.version, ...decision }, cle: cle() },
    equipe,
  );
  const besoin = await reussir<{ id: string; version: number }>(
    maison,
    AJOUTER_BESOIN,
    { input: { parcoursId: recu.id, criteres }, cle: cle() },
    equipe,
  );
  return { id: recu.id, besoin };
}

const ESSAIS = 300;
const PAUSE_MS = 200;

/** Asks until there is an answer, as a client does, under the same key: only an absent service makes it ask again. */
export async function insister(demande: () => Promise<FormattedExecutionResult>): Promise<FormattedExecutionResult> {
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const reponse = await demande();
    if (!reponse.errors?.some(({ extensions }) => extensions?.code === "SUBGRAPH_UNAVAILABLE")) return reponse;
    await attendre(PAUSE_MS);
  }
  throw new Error("the service never came back");
}
