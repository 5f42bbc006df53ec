import { demanderJeton } from "@coordination/identite-locale";
import type { Acteur } from "@coordination/server-kit";
import type { FormattedExecutionResult } from "graphql";
import { expect } from "vitest";
import { demander, demanderParHttp, type MaisonDeTest } from "./maison.fixture.ts";
import { type Adresse, CRITERES, cle, DEMANDE, OUVRIR, pour } from "./parcours.fixture.ts";

/** Someone's way in: asks, and gives the answer under `rendu`, which must have no error. */
export type Porte = <Rendu>(query: string, variables?: object) => Promise<Rendu>;

const rendre = <Rendu>({ data, errors }: FormattedExecutionResult): Rendu => {
  expect(errors).toBeUndefined();
  return (data as { rendu: Rendu }).rendu;
};

/** In this process, as the gateway would vouch for this person. */
export const porteDe =
  (maison: MaisonDeTest, qui: Acteur): Porte =>
  async (query, variables = {}) =>
    rendre(await demander(maison, query, variables, pour(qui)));

/** By HTTP, with a token that the identity provider has given to this profile for these structures. */
export async function porteDuProfil(maison: MaisonDeTest, profil: string, structures: string[]): Promise<Porte> {
  const { issuer, configuration } = maison;
  const { jeton } = await demanderJeton({ issuer, dataDir: configuration.dataDir, profil, structures });
  return async (query, variables = {}) => rendre((await demanderParHttp(maison, query, { jeton, variables })).corps);
}

const versionDe = async (porte: Porte, type: "parcours" | "orientation" | "besoin", id: string): Promise<number> =>
  (await porte<{ version: number }>(`query Version($id: ID!) { rendu: ${type}(id: $id) { version } }`, { id })).version;

/** Whoever receives a referral says this of it. */
export const repondre = async (porte: Porte, mutation: string, id: string, reste = ""): Promise<{ statut: string }> =>
  porte(
    `mutation Repondre($id: ID!, $version: Int!, $cle: ID!) { rendu: ${mutation}(orientationId: $id, version: $version, cleIdempotence: $cle${reste}) { id statut } }`,
    { id, version: await versionDe(porte, "orientation", id), cle: cle() },
  );

/** The name that the receiver of a referral reads, if any. */
export const nomLu = async (porte: Porte, id: string): Promise<string | null> =>
  (
    await porte<{ usager: { identite: { nomNaissance: string } | null } | null }>(
      "query Nom($id: ID!) { rendu: orientation(id: $id) { usager { identite { nomNaissance } } } }",
      { id },
    )
  ).usager?.identite?.nomNaissance ?? null;

export type Histoire = Awaited<ReturnType<typeof ouvrirHistoire>>;

/** A case that someone asks for, and what its team does with it from then on. */
export async function ouvrirHistoire(equipe: Porte, demandeur: Porte) {
  const { id: dossier } = await demandeur<{ id: string }>(OUVRIR, { input: DEMANDE, cle: cle() });
  const muter = <Rendu>(mutation: string, type: string, input: object, champs: string): Promise<Rendu> =>
    equipe(
      `mutation Muter($input: ${type}!, $cle: ID!) { rendu: ${mutation}(input: $input, cleIdempotence: $cle) { ${champs} } }`,
      { input: { parcoursId: dossier, ...input }, cle: cle() },
    );
  return {
    equipe,
    dossier,
    version: () => versionDe(equipe, "parcours", dossier),
    muter,
    surLeDossier: async (mutation: string, reste: string): Promise<{ statut: string }> => {
      const version = await versionDe(equipe, "parcours", dossier);
      return equipe(
        `mutation Agir($id: ID!, $version: Int!, $cle: ID!) { rendu: ${mutation}(parcoursId: $id, version: $version, cleIdempotence: $cle${reste}) { statut } }`,
        { id: dossier, version, cle: cle() },
      );
    },
    ajouterBesoin: async (): Promise<string> =>
      (await muter<{ id: string }>("ajouterBesoin", "AjouterBesoinInput", { criteres: CRITERES }, "id")).id,
    /** Refers this need to one receiver. */
    envoyer: async (besoinId: string, vers: Adresse, nature: string): Promise<string> => {
      const version = await versionDe(equipe, "besoin", besoinId);
      const [envoyee] = await equipe<{ id: string }[]>(
        "mutation Orienter($input: OrienterInput!, $cle: ID!) { rendu: orienter(input: $input, cleIdempotence: $cle) { id } }",
        { input: { besoinId, version, mode: "SIMPLE", nature, destinataires: [vers.destinataire] }, cle: cle() },
      );
      return envoyee?.id ?? "";
    },
    /** Makes of a referral another one, to this receiver. */
    suivre: async (mutation: string, id: string, vers: Adresse): Promise<string> => {
      const [suite] = await equipe<{ id: string }[]>(
        `mutation Suivre($id: ID!, $version: Int!, $d: [DestinataireInput!]!, $cle: ID!) { rendu: ${mutation}(orientationId: $id, version: $version, destinataires: $d, cleIdempotence: $cle) { id } }`,
        { id, version: await versionDe(equipe, "orientation", id), d: [vers.destinataire], cle: cle() },
      );
      return suite?.id ?? "";
    },
  };
}

/** What the case and its register keep of this story. */
export async function relire({ equipe, dossier: id }: Histoire): Promise<{ evenements: string[]; traces: object[] }> {
  const { evenements } = await equipe<{ evenements: { edges: { node: { type: string } }[] } }>(
    "query Evenements($id: ID!) { rendu: parcours(id: $id) { evenements(first: 50) { edges { node { type } } } } }",
    { id },
  );
  const traces = await equipe<{ edges: { node: { action: string; objet: string; brisDeGlace: boolean } }[] }>(
    "query Traces($id: ID!) { rendu: tracesAcces(parcoursId: $id, first: 50) { edges { node { action objet brisDeGlace } } } }",
    { id },
  );
  return { evenements: evenements.edges.map(({ node }) => node.type), traces: traces.edges.map(({ node }) => node) };
}
