import { randomUUID } from "node:crypto";
import { demanderJeton } from "@coordination/identite-locale";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";
import { CRITERES, DEMANDE } from "../journeys/parcours.fixture.ts";

const NOM = DEMANDE.usager.nomNaissance;
const DEMANDER =
  "mutation ($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id version } }";
const LIRE = "query ($id: ID!) { parcours(id: $id) { id version usager { identite { nomNaissance } } } }";
const CLORE =
  "mutation ($id: ID!, $version: Int!, $cle: ID!) { cloturerParcours(parcoursId: $id, version: $version, motif: AUTRE, cleIdempotence: $cle) { id } }";
/** All that a case answers to its identifier. */
const QUESTIONS = [
  "query ($id: ID!) { parcours(id: $id) { id } }",
  "query ($id: ID!) { exporterDossier(parcoursId: $id) { __typename } }",
  "query ($id: ID!) { tracesAcces(parcoursId: $id, first: 5) { edges { node { __typename } } } }",
  'mutation ($id: ID!, $cle: ID!) { ajouterNote(parcoursId: $id, texte: "vu", cleIdempotence: $cle) { id } }',
];
const AJOUTER =
  "mutation ($input: AjouterBesoinInput!, $cle: ID!) { ajouterBesoin(input: $input, cleIdempotence: $cle) { id } }";
/** What the need of a CPTS answers to its identifier. */
const SUR_UN_BESOIN = [
  "query ($id: ID!) { besoin(id: $id) { id usager { identite { nomNaissance } } consentements { id } } }",
  'mutation ($id: ID!, $cle: ID!) { modifierBesoin(input: { besoinId: $id, version: 1, libelle: "vu" }, cleIdempotence: $cle) { id } }',
  'mutation ($id: ID!, $cle: ID!) { recueillirConsentementHorsDossier(input: { besoinId: $id, nature: NON_OPPOSITION, statut: REFUSE, exprimePar: PERSONNE, mode: ORAL, recueilliLe: "2026-01-01T00:00:00Z" }, cleIdempotence: $cle) { id } }',
];
const MIENS = "{ mesParcours(first: 100) { edges { node { id } } } }";

interface Dossier {
  readonly id: string;
  readonly version: number;
}

/** An answer, without what it cost. */
const vu = ({ statut, corps: { data, errors } }: Awaited<ReturnType<typeof demanderParHttp>>) => ({
  statut,
  data,
  errors,
});

let maison: MaisonDeTest;
let dossier: Dossier;

const jetonDe = async (profil: string): Promise<string> => {
  const { issuer, configuration } = maison;
  return (await demanderJeton({ issuer, dataDir: configuration.dataDir, profil })).jeton;
};

/** A case that this profile asks for. */
async function ouvrir(profil: string): Promise<Dossier> {
  const variables = { input: DEMANDE, cle: randomUUID() };
  const { corps } = await demanderParHttp(maison, DEMANDER, { jeton: await jetonDe(profil), variables });
  expect(corps.errors).toBeUndefined();
  return (corps.data as unknown as { demanderAppui: Dossier }).demanderAppui;
}

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
  dossier = await ouvrir("coordinatrice-dac");
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
    expect(JSON.stringify([existant, clore])).not.toContain("BARTAVELLE");

    const { corps } = await demanderParHttp(maison, MIENS, autorisation);
    expect(JSON.stringify(corps)).not.toContain(dossier.id);
  });

  it("reste lisible et inchangé pour la sienne", async () => {
    const jeton = await jetonDe("coordinatrice-dac");
    const { corps } = await demanderParHttp(maison, LIRE, { jeton, variables: { id: dossier.id } });
    expect(corps.errors).toBeUndefined();
    expect(corps.data).toEqual({
      parcours: { ...dossier, usager: { identite: { nomNaissance: NOM } } },
    });
  });

  it("ne se distingue pas, quand c'est celui d'un besoin hors dossier, d'un identifiant que rien ne porte", async () => {
    const porteuse = { jeton: await jetonDe("coordinatrice-cpts") };
    const autres = [{ jeton: await jetonDe("coordinatrice-dac") }, { jeton: await jetonDe("infirmiere") }, {}];
    const input = { usager: DEMANDE.usager, criteres: CRITERES };
    const ajoute = await demanderParHttp(maison, AJOUTER, { ...porteuse, variables: { input, cle: randomUUID() } });
    const { id } = (ajoute.corps.data as unknown as { ajouterBesoin: { id: string } }).ajouterBesoin;
    for (const query of SUR_UN_BESOIN) {
      const demander = async (cherche: string, qui: object) =>
        vu(await demanderParHttp(maison, query, { ...qui, variables: { id: cherche, cle: randomUUID() } }));
      for (const autre of autres) expect(await demander(id, autre)).toEqual(await demander(randomUUID(), autre));
      expect((await demander(id, porteuse)).errors).toBeUndefined();
    }
  });

  it("ne se distingue pas d'un identifiant que rien ne porte", async () => {
    const { id } = await ouvrir("medecin-generaliste");
    const [etrangere, coordinatrice] = await Promise.all([jetonDe("infirmiere"), jetonDe("coordinatrice-dac")]);
    for (const query of QUESTIONS) {
      const demander = async (cherche: string, jeton: string) =>
        (await demanderParHttp(maison, query, { jeton, variables: { id: cherche, cle: randomUUID() } })).corps;
      const reponses = await Promise.all(
        [id, randomUUID(), randomUUID()].map((cherche) => demander(cherche, etrangere)),
      );
      const [existant, absent, autreAbsent] = reponses.map((reponse) => JSON.stringify(reponse));
      expect(existant).toBe(absent);
      expect(absent).toBe(autreAbsent);
      expect(existant).not.toContain(id);
      // Whoever has the right gets an answer to the same question.
      expect((await demander(id, coordinatrice)).errors).toBeUndefined();
    }
  });
});
