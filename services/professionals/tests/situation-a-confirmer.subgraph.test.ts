import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  AUTRE_HOPITAL,
  CARDIOLOGUE,
  idDe,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";

let annuaire: AnnuaireDeDeclarations;
beforeEach(async () => {
  await annuaire?.fermer();
  annuaire = await ouvrirAnnuaireDeDeclarations();
});
afterAll(() => annuaire.fermer());

const DATES = { depuis: "2026-11-01", jusquA: "2027-06-30" };
interface Activite {
  readonly id: string;
  readonly confirmee: boolean;
  readonly depuis: string | null;
  readonly jusquA: string | null;
  readonly fermeLe: string | null;
}
type Qui = (typeof ACTEURS)[keyof typeof ACTEURS];

const BESOIN_PRES_DE_L_AUTRE_HOPITAL = {
  __typename: "Besoin",
  id: "b",
  possibilites: null,
  criteres: {
    codeInsee: "31069",
    nature: "SOINS",
    urgence: "PROGRAMMEE",
    professions: ["10"],
    savoirFaire: ["SM04"],
    rayonKm: 20,
    modalites: [],
    profil: { age: 60, sansMedecinTraitant: "NON", ald: "NON", isole: "NON" },
  },
};

let cles = 0;
/** Declares that the cardiologist consults in the other hospital. */
async function declarer(qui: Qui): Promise<Activite> {
  const { data, refus } = await annuaire.demanderEn<{ declaree: Activite }>(
    qui,
    `mutation ($input: DeclarerSituationInput!, $cle: ID!) {
       declaree: declarerSituation(input: $input, cleIdempotence: $cle) { id confirmee depuis jusquA fermeLe }
     }`,
    {
      input: {
        ...DATES,
        professionnelId: idDe(CARDIOLOGUE),
        structureId: AUTRE_HOPITAL,
        codeInsee: "31069",
        nature: "CONSULTATION_AVANCEE",
        modalites: ["SUR_SITE"],
        source: "Hôpital de test",
      },
      cle: `declarer-${++cles}`,
    },
  );
  if (data === null) throw new Error(JSON.stringify(refus));
  return data.declaree;
}

const repondre = (qui: Qui, situationId: string, confirmee = true) =>
  annuaire.demanderEn<{ confirmerSituation: Activite }>(
    qui,
    `mutation ($id: ID!, $confirmee: Boolean!, $cle: ID!) {
       confirmerSituation(situationId: $id, confirmee: $confirmee, cleIdempotence: $cle) { id confirmee depuis jusquA fermeLe }
     }`,
    { id: situationId, confirmee, cle: `confirmer-${++cles}` },
  );

/** Where the directory says that the cardiologist practises: by a search, among her activities, and among all she has. */
async function lire() {
  const { data } = await annuaire.demanderEn<{
    professionnels: { totalCount: number; edges: { situation: { id: string } }[] };
    professionnel: { situations: { id: string }[]; toutes: Activite[] };
  }>(
    null,
    `query ($id: ID!) {
       professionnels(first: 20, filtre: { structureId: "${AUTRE_HOPITAL}" }) { totalCount edges { situation { id } } }
       professionnel(id: $id) { situations { id } toutes: situations(actives: false) { id confirmee depuis jusquA fermeLe } }
     }`,
    { id: idDe(CARDIOLOGUE) },
  );
  return {
    trouvees: data?.professionnels.edges.map(({ situation }) => situation.id),
    total: data?.professionnels.totalCount,
    actives: data?.professionnel.situations.map(({ id }) => id),
    toutes: data?.professionnel.toutes ?? [],
  };
}

describe("Un lieu que déclare la structure qui accueillerait", () => {
  it("attend la personne : elle le voit, nul ne le trouve", async () => {
    const declaree = await declarer(ACTEURS.autreHopital);
    expect(declaree).toEqual({ id: declaree.id, confirmee: false, ...DATES, fermeLe: null });
    const lu = await lire();
    expect(lu).toMatchObject({ trouvees: [], total: 0, actives: [annuaire.situationId] });
    expect(lu.toutes).toContainEqual(declaree);
  });

  it("ne se lit ni dans les changements, ni dans ce qui manque à la fiche, tant qu'il attend", async () => {
    const suivre = async () => {
      const { data } = await annuaire.demanderEn<{
        professionnels: { totalCount: number; edges: { situation: { id: string } }[] };
        professionnel: { completude: object };
      }>(
        null,
        `query ($id: ID!) {
           professionnels(first: 20, filtre: { structureId: "${AUTRE_HOPITAL}", modifieDepuis: "2020-01-01T00:00:00Z" }) {
             totalCount edges { situation { id } }
           }
           professionnel(id: $id) { completude { score manquants } }
         }`,
        { id: idDe(CARDIOLOGUE) },
      );
      const { edges, totalCount } = data?.professionnels ?? {};
      const trouvees = edges?.map(({ situation }) => situation.id);
      return { trouvees, total: totalCount, completude: data?.professionnel.completude };
    };
    const avant = await suivre();
    const { id } = await declarer(ACTEURS.autreHopital);
    expect(avant).toMatchObject({ trouvees: [], total: 0 });
    expect(await suivre()).toEqual(avant);
    await repondre(ACTEURS.elleMeme, id);
    const apres = await suivre();
    expect(apres).toMatchObject({ trouvees: [id], total: 1 });
    expect(apres.completude).not.toEqual(avant.completude);
  });

  it("n'est jamais proposé pour un besoin tant qu'il attend", async () => {
    const candidats = async () => {
      const { data } = await annuaire.demanderEn<{
        _entities: { candidatsProfessionnels: { elements: { situation: { id: string } }[] } }[];
      }>(
        null,
        `query ($besoins: [_Any!]!) {
           _entities(representations: $besoins) { ... on Besoin { candidatsProfessionnels(ecartes: true) { elements { situation { id } } } } }
         }`,
        { besoins: [BESOIN_PRES_DE_L_AUTRE_HOPITAL] },
      );
      return data?._entities[0]?.candidatsProfessionnels.elements.map(({ situation }) => situation.id);
    };
    const avant = await candidats();
    const { id } = await declarer(ACTEURS.autreHopital);
    expect(await candidats()).toEqual(avant);
    await repondre(ACTEURS.elleMeme, id);
    expect(await candidats()).toContain(id);
  });

  it("se trouve dès que la personne l'a confirmé, aux dates déclarées", async () => {
    const { id } = await declarer(ACTEURS.autreHopital);
    const { data } = await repondre(ACTEURS.elleMeme, id);
    expect(data?.confirmerSituation).toEqual({ id, confirmee: true, ...DATES, fermeLe: null });
    expect(await lire()).toMatchObject({ trouvees: [id], total: 1, actives: [annuaire.situationId, id] });
    // Confirmed once, the structure corrects it without asking again.
    expect(await declarer(ACTEURS.autreHopital)).toMatchObject({ id, confirmee: true });
  });

  it("est confirmé par son secrétariat, qui agit avec ses droits", async () => {
    const { id } = await declarer(ACTEURS.autreHopital);
    expect((await repondre(ACTEURS.secretariatDuConfrere, id)).refus).toMatchObject({ code: "FORBIDDEN" });
    const { data } = await repondre(ACTEURS.sonSecretariat, id);
    expect(data?.confirmerSituation).toMatchObject({ id, confirmee: true });
  });

  it("est confirmé par la personne qui le déclare à son tour", async () => {
    const { id } = await declarer(ACTEURS.autreHopital);
    expect(await declarer(ACTEURS.elleMeme)).toMatchObject({ id, confirmee: true });
    expect((await lire()).trouvees).toEqual([id]);
  });

  it("se ferme quand la personne dit qu'il n'est pas le sien", async () => {
    const { id } = await declarer(ACTEURS.autreHopital);
    const { data } = await repondre(ACTEURS.elleMeme, id, false);
    expect(data?.confirmerSituation).toMatchObject({ id, confirmee: false, fermeLe: "2026-11-22" });
    expect((await lire()).trouvees).toEqual([]);
  });

  it.each([
    ["la structure elle-même", ACTEURS.autreHopital],
    ["un confrère", ACTEURS.confrere],
    ["une agence", ACTEURS.agence],
  ])("ne se confirme pas par %s", async (_qui, acteur) => {
    const { id } = await declarer(ACTEURS.autreHopital);
    expect(await repondre(acteur, id)).toMatchObject({ data: null, refus: { code: "FORBIDDEN" } });
    expect((await lire()).trouvees).toEqual([]);
  });

  it("ne donne à cette structure aucun droit sur la personne", async () => {
    await declarer(ACTEURS.autreHopital);
    const { refus } = await annuaire.demanderEn(
      ACTEURS.autreHopital,
      `mutation ($input: DeclarerQualiteInput!) { declarerQualite(input: $input, cleIdempotence: "sans-droit-1") { id } }`,
      {
        input: { professionnelId: idDe(CARDIOLOGUE), code: "MAITRE_DE_STAGE", depuis: "2026-01-01", source: "Hôpital" },
      },
    );
    expect(refus).toMatchObject({ code: "FORBIDDEN" });
  });

  it("n'attend pas quand la personne ou l'hôpital où elle exerce le déclare", async () => {
    expect((await declarer(ACTEURS.sonHopital)).confirmee).toBe(true);
    expect((await declarer(ACTEURS.elleMeme)).confirmee).toBe(true);
  });

  it("attend encore après un import", async () => {
    const { id } = await declarer(ACTEURS.autreHopital);
    await annuaire.reimporter();
    expect((await lire()).toutes).toContainEqual(expect.objectContaining({ id, confirmee: false }));
    expect((await lire()).trouvees).toEqual([]);
  });
});
