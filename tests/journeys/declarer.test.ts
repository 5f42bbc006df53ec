import { randomUUID } from "node:crypto";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";

const VILLEURBANNE = "69266";
const INCONNU: Acteur = {
  sub: "",
  rpps: null,
  structures: [],
  profils: [],
  scopes: ["annuaire:ecrire"],
  clientId: "test",
};
const AGENCE: Acteur = { ...INCONNU, sub: "agence", profils: ["agence"] };

let maison: MaisonDeTest;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
}, 180_000);
afterAll(() => maison.stop());

/** Runs a mutation as an actor, with a key of its own, and gives its answer. */
async function muter<Reponse>(
  acteur: Acteur,
  nom: string,
  { type, champs }: Mutation,
  input: object,
): Promise<Reponse> {
  const texte = `mutation Ecrire($input: ${type}!, $cle: ID!) { ${nom}(input: $input, cleIdempotence: $cle) { ${champs} } }`;
  const variables = { input: { source: "parcours de test", ...input }, cle: randomUUID() };
  const { data, errors } = await demander(maison, texte, variables, { acteur, requestId: "journey" });
  expect(errors).toBeUndefined();
  return (data as Record<string, Reponse>)[nom] as Reponse;
}
interface Mutation {
  readonly type: string;
  readonly champs: string;
}

const CONFORMITE = "... on Esp { conformite { verdict conditions { code verdict constat } } membres { totalCount } }";

describe("Une agence et une équipe de soins primaires remplissent l'annuaire", () => {
  let esp: string;
  const lesSiens = (): Acteur => ({ ...INCONNU, sub: "equipe", structures: [esp] });
  const conformite = async () => {
    const { data } = await demander(maison, `query Lire($id: ID) { structure(id: $id) { ${CONFORMITE} } }`, {
      id: esp,
    });
    return (data as { structure: { conformite: { verdict: string }; membres: { totalCount: number } } }).structure;
  };

  it("l'agence la crée, et rien n'en est encore connu", async () => {
    const input = { type: "ESP", nom: "Équipe de soins primaires du Tonkin", codeInsee: VILLEURBANNE };
    const mutation = { type: "EnregistrerStructureInput", champs: "id" };
    ({ id: esp } = await muter<{ id: string }>(AGENCE, "enregistrerStructure", mutation, input));
    expect(await conformite()).toMatchObject({ conformite: { verdict: "INCONNU" }, membres: { totalCount: 0 } });
  });

  it("les siens déclarent leurs membres, que l'annuaire des professionnels reconnaît", async () => {
    const chercher = `query Chercher($filtre: ProfessionnelFiltre) { professionnels(filtre: $filtre, first: 1) { edges { node { id } } } }`;
    for (const filtre of [{ medecinGeneraliste: true }, { professions: ["60"] }]) {
      const { data } = await demander(maison, chercher, { filtre });
      const [edge] = (data as { professionnels: { edges: { node: { id: string } }[] } }).professionnels.edges;
      const texte = `mutation Adherer($input: AdhererInput!, $cle: ID!) {
        adherer(input: $input, cleIdempotence: $cle) { membre { ... on Professionnel { nom adhesions { groupement { id } } } } } }`;
      const variables = {
        input: { groupementId: esp, professionnelId: edge?.node.id, depuis: "2026-01-01" },
        cle: randomUUID(),
      };
      const reponse = await demander(maison, texte, variables, { acteur: lesSiens(), requestId: "journey" });
      expect(reponse.errors).toBeUndefined();
      expect(reponse.data).toMatchObject({
        adherer: {
          membre: { nom: expect.any(String), adhesions: expect.arrayContaining([{ groupement: { id: esp } }]) },
        },
      });
    }
    expect(await conformite()).toMatchObject({
      membres: { totalCount: 2 },
      conformite: {
        verdict: "INCONNU",
        conditions: expect.arrayContaining([
          expect.objectContaining({ code: "UN_GENERALISTE", verdict: "OUI" }),
          expect.objectContaining({ code: "UN_AUTRE_PROFESSIONNEL", verdict: "OUI" }),
          expect.objectContaining({ code: "PROJET_DE_SANTE", verdict: "INCONNU" }),
        ]),
      },
    });
  });

  it("les siens écrivent leur projet, et elle n'est conforme que lorsque l'ARS l'a validé", async () => {
    const mutation = { type: "EnregistrerProjetDeSanteInput", champs: "id" };
    const projet = { structureId: esp, etabliLe: "2026-02-01", coherencePrs: "INCONNU", validationArs: "INCONNU" };
    await muter(lesSiens(), "enregistrerProjetDeSante", mutation, projet);
    expect((await conformite()).conformite.verdict).toBe("INCONNU");
    await muter(AGENCE, "enregistrerProjetDeSante", mutation, { ...projet, validationArs: "OUI" });
    expect((await conformite()).conformite.verdict).toBe("OUI");
  });

  it("les siens disent quand et comment la joindre, et chacun le lit", async () => {
    const mutation = { type: "MettreAJourStructureInput", champs: "id" };
    await muter(lesSiens(), "mettreAJourStructure", mutation, {
      structureId: esp,
      horaires: [{ jour: "LUNDI", debut: "08:00", fin: "20:00" }],
      contacts: [{ canal: "TELEPHONE", valeur: "04 00 00 00 04", diffusion: "PUBLIQUE" }],
    });
    const lire = `query Lire($id: ID) { structure(id: $id) { contacts { valeur source } ouverte(a: "2026-11-23T09:00:00Z") } }`;
    const { corps } = await demanderParHttp(maison, lire, { variables: { id: esp } });
    expect(corps.data).toEqual({
      structure: { contacts: [{ valeur: "0400000004", source: "parcours de test" }], ouverte: "OUI" },
    });
  });

  it("un passant signale une erreur sans s'identifier, l'équipe répond, il lit la réponse", async () => {
    const signaler = `mutation Signaler($id: ID!, $cle: ID!) {
      signalerErreurStructure(input: { structureId: $id, champ: "horaires" }, cleIdempotence: $cle) { numero statut } }`;
    const { corps } = await demanderParHttp(maison, signaler, { variables: { id: esp, cle: randomUUID() } });
    const { numero } = (corps.data as { signalerErreurStructure: { numero: string } }).signalerErreurStructure;
    const reponse = { numero, statut: "CORRIGE", reponse: "Merci." };
    const traiter = `mutation Traiter($input: TraiterSignalementStructureInput!, $cle: ID!) {
      traiterSignalementStructure(input: $input, cleIdempotence: $cle) { statut } }`;
    await demander(
      maison,
      traiter,
      { input: reponse, cle: randomUUID() },
      { acteur: lesSiens(), requestId: "journey" },
    );
    const suivre = `query Suivre($numero: ID!) { signalement(numero: $numero) { numero statut reponse } }`;
    expect((await demanderParHttp(maison, suivre, { variables: { numero } })).corps.data).toEqual({
      signalement: reponse,
    });
  });
});
