import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import { EQUIPE } from "./dossiers-de-test.ts";
import type { PorteDeTest } from "./sous-graphe.ts";

const LISTE = `query($filtre: ParcoursFiltre, $first: Int!, $after: String) {
  liste: mesParcours(filtre: $filtre, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { endCursor } } }`;

/** What `mesParcours` answers to this filter. */
export const listerDossiers = (
  porte: PorteDeTest,
  filtre: object,
  { acteur = EQUIPE, first = 50, after = null as string | null } = {},
) => porte.demander(LISTE, { filtre, first, after }, acteur);

/** The cases that a filter keeps; their count says the same, and another filter does not take up their cursor. */
export async function trouverDossiers(porte: PorteDeTest, filtre: object, acteur: Acteur = EQUIPE): Promise<string[]> {
  const { data, errors } = await listerDossiers(porte, filtre, { acteur });
  expect(errors).toBeUndefined();
  const { liste } = data as {
    liste: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null } };
  };
  expect(liste.totalCount).toBe(liste.edges.length);
  const after = liste.pageInfo.endCursor;
  if (after !== null) {
    const autre = await listerDossiers(porte, { codesInsee: ["75056"] }, { acteur, after });
    expect(autre.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
  }
  return liste.edges.map(({ node }) => node.id).toSorted();
}
