import { countStatements } from "@coordination/database";
import { createIdentifiantsOpaques } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createIdentifiantsPossibilite } from "../src/possibilite/identifiant-possibilite.ts";
import { AUJOURDHUI, type Banc, ouvrirBanc, SECRET } from "./banc.ts";

interface Possibilite {
  readonly id: string;
  readonly delegation: { readonly code: string; readonly version: number };
  readonly acte: { readonly code: string };
  readonly eligibilite: {
    readonly verdict: string;
    readonly conditions: readonly {
      readonly code: string;
      readonly verdict: string;
      readonly constat: string | null;
    }[];
  };
  readonly cadres: readonly string[];
  readonly habilitations: readonly string[];
  readonly professions: readonly string[];
  readonly codeInsee: string;
  readonly rayonKm: number;
  readonly equipes: readonly {
    readonly distanceKm: number;
    readonly equipe: { readonly structure: { readonly id: string } };
  }[];
}

const CHAMPS = `id delegation { code version } acte { code } eligibilite { verdict conditions { code verdict constat } }
  cadres habilitations professions savoirFaire codeInsee rayonKm equipes { distanceKm equipe { structure { id } } }`;

const QUI_PEUT = `query QuiPeut($acte: ID!, $patient: PatientInput!, $proximite: ProximiteInput!, $le: Date) {
  quiPeutRealiser(acte: $acte, patient: $patient, proximite: $proximite, le: $le) { ${CHAMPS} } }`;

const ENTITES = `query Entites($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on PossibiliteDelegation { ${CHAMPS} } ... on Besoin { possibilites { ${CHAMPS} } } } }`;

const LYON = { codeInsee: "69123", rayonKm: 30 };

describe("Qui peut réaliser un acte", () => {
  let banc: Banc;
  beforeAll(async () => {
    banc = await ouvrirBanc();
  });
  afterAll(() => banc.fermer());

  const quiPeut = async (variables: Record<string, unknown>): Promise<Possibilite[]> => {
    const demande = { patient: {}, proximite: LYON, ...variables };
    return (await banc.lire<{ quiPeutRealiser: Possibilite[] }>(QUI_PEUT, demande)).quiPeutRealiser;
  };
  const entites = async <Entite>(representations: readonly object[]): Promise<Entite[]> =>
    (await banc.lire<{ _entities: Entite[] }>(ENTITES, { representations }))._entities;
  const selon = async (code: string, variables: Record<string, unknown>): Promise<Possibilite> => {
    const trouvee = (await quiPeut(variables)).find(({ delegation }) => delegation.code === code);
    if (trouvee === undefined) throw new Error(`No possibility under ${code}`);
    return trouvee;
  };

  it.each([
    ["72 ans", { age: 72 }, "OUI", "72 ans"],
    ["11 ans", { age: 11 }, "OUI", "11 ans"],
    ["10 ans", { age: 10 }, "NON", "10 ans : en dessous de 11 ans"],
    ["5 ans", { age: 5 }, "NON", "5 ans : en dessous de 11 ans"],
    ["un âge inconnu", {}, "INCONNU", "âge inconnu"],
  ])("le vaccin contre la grippe par le pharmacien, pour %s", async (_age, patient, verdict, constat) => {
    const { eligibilite, ...possibilite } = await selon("D10", { acte: "VACCINATION_GRIPPE", patient });
    expect(eligibilite.verdict).toBe(verdict);
    expect(eligibilite.conditions).toContainEqual({ code: "AGE_MINIMUM", verdict, constat });
    expect(possibilite).toMatchObject({
      professions: ["21"],
      cadres: ["PHARMACIE"],
      habilitations: ["VACCINATION_DECLAREE_ORDRE", "VACCINATION_ADMINISTRATION"],
      codeInsee: "69123",
      rayonKm: 30,
    });
  });

  it("rend d'abord ce qui est permis, puis ce qui manque d'un fait, puis ce qui est exclu, éteint compris", async () => {
    const rendues = await quiPeut({ acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    const verdicts = rendues.map(({ eligibilite }) => eligibilite.verdict);
    expect(verdicts).toEqual(["OUI", "OUI", "OUI", "OUI", "INCONNU", "NON"]);
    expect(rendues.at(-1)?.delegation.code).toBe("D28");
  });

  it("ne dit jamais OUI sous un texte qui n'a pas été relu", async () => {
    const { eligibilite } = await selon("D46", { acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
    expect(eligibilite.verdict).toBe("INCONNU");
    expect(eligibilite.conditions).toContainEqual({
      code: "RELECTURE",
      verdict: "INCONNU",
      constat: "à vérifier sur le texte",
    });
  });

  it.each([
    ["2022-06-01", 1, false],
    ["2022-09-01", 2, true],
    ["2024-01-01", 3, true],
  ])("l'angine au %s se juge sur la version %d ; la CPTS est un cadre admis : %s", async (le, version, admise) => {
    const possibilite = await selon("D01", { acte: "ANGINE", patient: { age: 30 }, le });
    expect(possibilite.delegation.version).toBe(version);
    expect(possibilite.cadres.includes("CPTS")).toBe(admise);
    expect(possibilite.habilitations).toContain("EQUIPE_PROTOCOLE_D01");
  });

  it("nomme les équipes déclarées de la plus proche à la plus lointaine, dans le rayon, à la date", async () => {
    const angine = { acte: "ANGINE", patient: { age: 30 } };
    const lieux = ({ equipes }: Possibilite) => equipes.map(({ equipe }) => equipe.structure.id);
    const { equipes } = await selon("D01", angine);
    expect(equipes.map(({ equipe, distanceKm }) => [equipe.structure.id, Math.round(distanceKm)])).toEqual([
      ["MSP-PROCHE", 1],
      ["MSP-MOYENNE", 4],
      ["MSP-LOINTAINE", 21],
    ]);
    expect(lieux(await selon("D01", { ...angine, proximite: { ...LYON, rayonKm: 10 } }))).toEqual([
      "MSP-PROCHE",
      "MSP-MOYENNE",
    ]);
    expect(lieux(await selon("D01", { ...angine, le: "2024-02-29" }))).toEqual([]);
  });

  it("prend la commune la plus proche d'un point, et mesure depuis ce point", async () => {
    const proximite = { position: { latitude: 45.949, longitude: 4.836 }, rayonKm: 2 };
    const possibilite = await selon("D01", { acte: "ANGINE", patient: { age: 30 }, proximite });
    expect(possibilite.codeInsee).toBe("69123");
    expect(possibilite.equipes.map(({ equipe }) => equipe.structure.id)).toEqual(["MSP-LOINTAINE"]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["un acte inconnu", { acte: "VACCIN_GRIPE" }, "acte"],
    ["un âge impossible", { patient: { age: 131 } }, "patient.age"],
    ["deux âges qui se contredisent", { patient: { age: 5, ageMois: 72 } }, "patient.ageMois"],
    ["un critère inconnu", { patient: { criteres: [{ code: "FIEVER", present: true }] } }, "patient.criteres"],
    [
      "un critère dit deux fois",
      { patient: { criteres: [true, false].map((present) => ({ code: "FIEVRE", present })) } },
      "patient.criteres",
    ],
    ["une commune inconnue", { proximite: { codeInsee: "69999" } }, "proximite.codeInsee"],
    ["aucun lieu", { proximite: {} }, "proximite"],
    ["deux lieux", { proximite: { codeInsee: "69123", position: { latitude: 45, longitude: 4 } } }, "proximite"],
    ["un point loin de tout", { proximite: { position: { latitude: 0, longitude: 0 } } }, "proximite.position"],
    ["un rayon nul", { proximite: { codeInsee: "69123", rayonKm: 0 } }, "proximite.rayonKm"],
  ])("refuse %s en nommant le champ, sans répéter ce qui est dit de la personne", async (_titre, variables, champ) => {
    const demande = { acte: "ANGINE", patient: {}, proximite: LYON, ...variables };
    const { errors = [] } = await banc.demander(QUI_PEUT, demande);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: "BAD_USER_INPUT", champ }]);
    expect(errors[0]?.message).not.toMatch(/131|72|FIEVER/);
  });

  it("répond en trois requêtes SQL, quel que soit le nombre de délégations", async () => {
    const demander = (acte: string) =>
      countStatements(() => banc.demander(QUI_PEUT, { acte, patient: { age: 30 }, proximite: LYON }));
    const [une, plusieurs] = [await demander("ANGINE"), await demander("VACCINATION_GRIPPE")];
    expect(une.statements).toHaveLength(3);
    expect(plusieurs.statements).toHaveLength(3);
  });

  describe("L'identifiant d'une possibilité", () => {
    const parIdentifiants = (...ids: string[]) =>
      entites<Possibilite | null>(ids.map((id) => ({ __typename: "PossibiliteDelegation", id })));

    it("suffit à redonner la même réponse, version du texte et point de départ compris", async () => {
      const possibilite = await selon("D01", { acte: "ANGINE", patient: { age: 30 }, le: "2022-09-01" });
      expect(await parIdentifiants(possibilite.id)).toEqual([possibilite]);
    });

    it("répond pour plusieurs en deux requêtes SQL", async () => {
      const rendues = await quiPeut({ acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
      const { result, statements } = await countStatements(() => parIdentifiants(...rendues.map(({ id }) => id)));
      expect(result).toEqual(rendues);
      expect(statements).toHaveLength(2);
    });

    it("ne dit rien de la personne à qui le lit", async () => {
      const { id } = await selon("D10", { acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
      const lisible = id.split(".").map((partie) => Buffer.from(partie, "base64url").toString("utf8"));
      expect(lisible.join(" ")).not.toMatch(/72|GRIPPE|69123/);
    });

    it("ne désigne plus rien quand il est faux, coupé, périmé, d'une autre version ou d'un autre secret", async () => {
      const { id } = await selon("D10", { acte: "VACCINATION_GRIPPE", patient: { age: 72 } });
      const contenu = {
        delegation: { code: "D10", version: 1 },
        acte: "VACCINATION_GRIPPE",
        personne: { age: 72, ageMois: null, sexe: null, criteres: [] },
        le: AUJOURDHUI,
        lieu: { codeInsee: "69123", position: null },
        rayonKm: 10,
      };
      const autre = { secret: SECRET, kind: "possibilite", version: 2, ttlSeconds: 60 };
      const sansTexte = { ...contenu, delegation: { code: "D10", version: 99 } };
      const faux = [
        "n'importe quoi",
        id.slice(0, -3),
        id.replace(/\.(.)/, (_tout, lettre) => `.${lettre === "A" ? "B" : "A"}`),
        await createIdentifiantsPossibilite(SECRET, -1).encoder(contenu),
        await createIdentifiantsOpaques(autre).encoder(contenu),
        await createIdentifiantsPossibilite(`${SECRET}-autre`).encoder(contenu),
        await createIdentifiantsPossibilite(SECRET).encoder(sansTexte),
      ];
      expect(await parIdentifiants(...faux)).toEqual(faux.map(() => null));
      expect(await parIdentifiants(await createIdentifiantsPossibilite(SECRET).encoder(contenu))).not.toEqual([null]);
      expect(banc.journal).toEqual([]);
    });
  });

  describe("Les possibilités d'un besoin", () => {
    const CRITERES = {
      codeInsee: "69123",
      actes: ["VACCINATION_GRIPPE"],
      rayonKm: 15,
      urgence: "SOUS_72_H",
      profil: { age: 72, ageMois: null, sexe: null, criteresCliniques: [] },
    };
    const dUnBesoin = async (criteres: Record<string, unknown>): Promise<Possibilite[]> => {
      const besoin = { __typename: "Besoin", id: "besoin", criteres: { ...CRITERES, ...criteres } };
      const [lu] = await entites<{ possibilites: Possibilite[] }>([besoin]);
      return lu?.possibilites ?? [];
    };

    it("sont celles de `quiPeutRealiser`, une par délégation et par acte", async () => {
      const [demandees, duBesoin] = await Promise.all([
        quiPeut({ acte: "VACCINATION_GRIPPE", patient: { age: 72 }, proximite: { codeInsee: "69123", rayonKm: 15 } }),
        dUnBesoin({ actes: ["VACCINATION_GRIPPE", "VACCINATION_GRIPPE"] }),
      ]);
      const sansId = ({ id, ...reste }: Possibilite) => reste;
      expect(duBesoin.map(sansId)).toEqual(demandees.map(sansId));
      const deuxActes = await dUnBesoin({ actes: ["VACCINATION_GRIPPE", "VACCINATION_CALENDRIER"] });
      const couples = deuxActes.map(({ delegation, acte }) => `${delegation.code} ${acte.code}`);
      expect(couples).toEqual(expect.arrayContaining(["D10 VACCINATION_GRIPPE", "D10 VACCINATION_CALENDRIER"]));
      expect(new Set(couples).size).toBe(couples.length);
    });

    it("sont vides pour une urgence vitale, sans acte, ou pour un acte inconnu", async () => {
      expect(await dUnBesoin({ urgence: "VITALE" })).toEqual([]);
      expect(await dUnBesoin({ actes: [] })).toEqual([]);
      expect(await dUnBesoin({ actes: ["RIEN"] })).toEqual([]);
    });

    it("jugent les textes sans équipe proche quand la commune n'est pas connue, et les faits qui se contredisent INCONNU", async () => {
      const [premiere] = await dUnBesoin({ codeInsee: "69999" });
      expect(premiere).toMatchObject({ eligibilite: { verdict: "OUI" }, codeInsee: "69999", equipes: [] });
      const profil = { ...CRITERES.profil, age: 5, ageMois: 200 };
      const verdicts = (await dUnBesoin({ profil })).map(({ delegation, eligibilite }) => [
        delegation.code,
        eligibilite.verdict,
      ]);
      expect(verdicts).toContainEqual(["D10", "INCONNU"]);
    });

    it("se lisent pour plusieurs besoins en trois requêtes SQL", async () => {
      const representations = ["69123", "01004", "69123"].map((codeInsee, rang) => ({
        __typename: "Besoin",
        id: `besoin-${rang}`,
        criteres: { ...CRITERES, codeInsee, actes: ["ANGINE", "VACCINATION_GRIPPE"] },
      }));
      const { statements } = await countStatements(() => entites(representations));
      expect(statements).toHaveLength(3);
    });
  });
});
