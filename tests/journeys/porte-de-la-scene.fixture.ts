import { withAdminClient } from "@coordination/database";
import type { PorteDeTest, Reponse } from "@coordination/parcours/tests/sous-graphe";
import type { Acteur } from "@coordination/server-kit";
import type { Maison } from "@coordination/tools";
import { demander, type MaisonDeTest } from "./maison.fixture.ts";

const VILLEURBANNE = "69266";
/** Where the scene of `parcours` takes place: communes that the house's directory does not have. */
const LIEUX_DE_LA_SCENE = ["31555", "69123"] as const;
const MSP_DE_LA_SCENE = ["MSP-1", "MSP-2", "MSP-3", "MSP-4"] as const;
const RPPS_DE_LA_SCENE = "89900000053";

/**
 * The gateway of a house, for the scene that the matrix of `parcours` plays: the invented DAC, places, professional and communes of
 * the scene become those of the house's directory on the way in, and are themselves again on the way out. `adminUrl` is its database.
 */
export async function porteDeLaMaison(
  maison: Maison,
  { adminUrl }: Pick<MaisonDeTest, "adminUrl">,
): Promise<PorteDeTest> {
  const noms = await nomsDe(maison);
  const entrer = traducteur(noms);
  const sortir = traducteur(noms.map(([scene, vrai]) => [vrai, scene] as const).toReversed());
  return {
    demander: async (query, variables = {}, acteur = null) => {
      const demande = entrer({ query, variables, acteur });
      const appel = { acteur: demande.acteur, requestId: "matrice" };
      // The gateway wants a name for what it runs.
      const nommee = demande.query.replace(/^(query|mutation)\s*\(/, "$1 Scene(");
      return sortir((await demander(maison, nommee, demande.variables, appel)) as Reponse);
    },
    interroger: <Ligne extends object>(sql: string) =>
      withAdminClient(adminUrl, async (client) => (await client.query<Ligne>(sql)).rows),
  };
}

type Nom = readonly [scene: string, vrai: string];

/** What each invented identifier stands for in the directory of the house. */
async function nomsDe(maison: Maison): Promise<readonly Nom[]> {
  const { data } = await demander(
    maison,
    `query Lieux {
      pointEntree(codeInsee: "${VILLEURBANNE}") { dac { id } }
      msp: structures(filtre: { types: [MSP] }, first: ${MSP_DE_LA_SCENE.length}) { edges { node { id } } }
      cpts: structures(filtre: { types: [CPTS] }, first: 1) { edges { node { id } } }
      professionnels(first: 1) { edges { node { rpps } } }
    }`,
  );
  const { pointEntree, msp, cpts, professionnels } = data as {
    pointEntree: { dac: { id: string }[] };
    msp: { edges: { node: { id: string } }[] };
    cpts: { edges: { node: { id: string } }[] };
    professionnels: { edges: { node: { rpps: string } }[] };
  };
  const exiger = (trouve: string | undefined): string => {
    if (trouve === undefined) throw new Error("the demonstration lacks a place of the scene");
    return trouve;
  };
  return [
    ["DAC-A", exiger(pointEntree.dac[0]?.id)],
    ...MSP_DE_LA_SCENE.map((nom, rang): Nom => [nom, exiger(msp.edges[rang]?.node.id)]),
    ["CPTS-1", exiger(cpts.edges[0]?.node.id)],
    [RPPS_DE_LA_SCENE, exiger(professionnels.edges[0]?.node.rpps)],
    ...LIEUX_DE_LA_SCENE.map((nom): Nom => [nom, VILLEURBANNE]),
  ];
}

/** Replaces words wherever they are in what is sent, or received. */
const traducteur =
  (mots: readonly Nom[]) =>
  <Dit extends { readonly acteur: Acteur | null } | Reponse>(dit: Dit): Dit =>
    mots.reduce((lu, [de, vers]) => JSON.parse(JSON.stringify(lu).replaceAll(de, vers)) as Dit, dit);
