import { randomUUID } from "node:crypto";
import { demanderJeton } from "@coordination/identite-locale";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";

const DEMANDER =
  "mutation ($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id version } }";
const LIRE = "query ($id: ID!) { parcours(id: $id) { id version usager { identite { nomNaissance } } } }";
const CLORE =
  "mutation ($id: ID!, $version: Int!, $cle: ID!) { cloturerParcours(parcoursId: $id, version: $version, motif: AUTRE, cleIdempotence: $cle) { id } }";
const MIENS = "{ mesParcours(first: 100) { edges { node { id } } } }";

const input = {
  codeInsee: "69266",
  demandeur: { nature: "PROFESSIONNEL_DE_VILLE", nom: "Dr Exemple-Demandeur", telephone: "0400000000" },
  personneInformee: true,
  accordPersonne: "OUI",
  motif: "retour à domicile après une hospitalisation",
  difficulte: "personne ne passe le week-end",
  autresActeurs: true,
  usager: {
    nomNaissance: "ZEPHIRIN-EXEMPLE",
    prenoms: ["Odalric"],
    dateNaissance: "1950-11-22",
    sexe: "MASCULIN",
    telephone: "0499999999",
    statutIdentite: "PROVISOIRE",
    sansMedecinTraitant: "NON",
    ald: "OUI",
    isole: "INCONNU",
    lieuDeVie: "DOMICILE",
  },
};

/** An answer, without what it cost. */
const vu = ({ statut, corps: { data, errors } }: Awaited<ReturnType<typeof demanderParHttp>>) => ({
  statut,
  data,
  errors,
});

let maison: MaisonDeTest;
let dossier: { id: string; version: number };

const jetonDe = async (profil: string): Promise<string> => {
  const { issuer, configuration } = maison;
  return (await demanderJeton({ issuer, dataDir: configuration.dataDir, profil })).jeton;
};

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
  const jeton = await jetonDe("coordinatrice-dac");
  const { corps } = await demanderParHttp(maison, DEMANDER, { jeton, variables: { input, cle: randomUUID() } });
  expect(corps.errors).toBeUndefined();
  dossier = (corps.data as unknown as { demanderAppui: typeof dossier }).demanderAppui;
}, 240_000);
afterAll(() => maison.stop());

describe("L'identifiant du dossier d'une autre équipe", () => {
  it.each([
    "infirmiere",
    "medecin-generaliste",
    "secretariat",
    "coordinatrice-cpts",
    "editeur",
    "agence",
    "sans-droits",
    null,
  ])("n'apprend rien et ne permet rien à « %s »", async (profil) => {
    const autorisation = profil === null ? {} : { jeton: await jetonDe(profil) };
    const lire = (id: string) => demanderParHttp(maison, LIRE, { ...autorisation, variables: { id } });
    const [existant, inconnu] = [await lire(dossier.id), await lire(randomUUID())];
    expect(existant.corps.data ?? { parcours: null }).toEqual({ parcours: null });
    // Nothing tells a case of others from one that does not exist.
    expect(vu(existant)).toEqual(vu(inconnu));

    const variables = { ...dossier, cle: randomUUID() };
    const clore = await demanderParHttp(maison, CLORE, { ...autorisation, variables });
    const codes = clore.corps.errors?.map(({ extensions }) => String(extensions?.code)) ?? [];
    expect(codes).toHaveLength(1);
    expect(["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"]).toContain(codes[0]);
    expect(JSON.stringify([existant, clore])).not.toContain("ZEPHIRIN");

    const { corps } = await demanderParHttp(maison, MIENS, autorisation);
    expect(JSON.stringify(corps)).not.toContain(dossier.id);
  });

  it("reste lisible et inchangé pour la sienne", async () => {
    const jeton = await jetonDe("coordinatrice-dac");
    const { corps } = await demanderParHttp(maison, LIRE, { jeton, variables: { id: dossier.id } });
    expect(corps.errors).toBeUndefined();
    expect(corps.data).toEqual({
      parcours: { ...dossier, usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } },
    });
  });
});
