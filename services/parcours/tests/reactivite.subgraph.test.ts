import { countStatements } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annuaireDuCercle } from "./cercles-de-test.ts";
import { DEMANDEUR, EQUIPE, PASSANT, SANS_PORTEE } from "./dossiers-de-test.ts";
import { cle, destinataire, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const COORDINATRICE_CPTS: Acteur = { ...PASSANT, sub: "cpts", structures: ["CPTS-1"], profils: ["coordinatrice-cpts"] };
const SECRETARIAT: Acteur = { ...PASSANT, sub: "secretariat", pourLeCompteDe: "89900000053" };
const AUTRE_KINE: Acteur = { ...KINE, sub: "autre-kine", rpps: "89900000061", structures: ["MSP-9"] };
const SITUATION = { __typename: "SituationExercice", id: "SITUATION-KINE" };
const STRUCTURE = { __typename: "Structure", id: "MSP-1" };

let sousGraphe: SousGrapheDeTest;
/** One of the referrals made to the physiotherapist. */
let orientationId: string;

beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle, { parHttp: true });
  for (let fois = 0; fois < 5; fois += 1) {
    orientationId = await refusee({ destinataires: [{ situationId: "SITUATION-KINE" }] }, KINE);
    await refusee({}, destinataire("MSP-1"));
  }
  for (let fois = 0; fois < 4; fois += 1)
    await refusee({ destinataires: [{ structureId: "MSP-4" }] }, destinataire("MSP-4"));
  await sousGraphe.interroger("update parcours.orientation set repondue_le = envoyee_le + interval '3 hours'");
});
afterAll(() => sousGraphe.fermer());

async function refusee(ecart: object, acteur: Acteur): Promise<string> {
  const { data } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), ["MSP-1"], ecart);
  const id = (data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  const { errors } = await sousGraphe.demander(
    "mutation($id: ID!, $cle: ID!) { refuser(orientationId: $id, version: 1, motif: AUTRE, cleIdempotence: $cle) { id } }",
    { id, cle: cle() },
    acteur,
  );
  expect(errors).toBeUndefined();
  return id;
}

const LUE = { tauxAcceptation: 0, delaiMedianHeures: 3 };
const ENTITES = `query($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on SituationExercice { id reactivite { tauxAcceptation delaiMedianHeures } } ... on Structure { id reactivite { tauxAcceptation delaiMedianHeures } } } }`;
type Porte = "demander" | "demanderParHttp";
async function lire(representations: readonly object[], acteur: Acteur | null, porte: Porte = "demander") {
  const { data, errors } = await sousGraphe[porte](ENTITES, { representations }, acteur);
  expect(errors).toBeUndefined();
  return (data as { _entities: ({ reactivite: object | null } | null)[] })._entities.map(
    (entite) => entite?.reactivite ?? null,
  );
}

/** Role × what it reads of the physiotherapist, and of the place. */
const ATTENDU: Readonly<
  Record<string, readonly [acteur: Acteur | null, situation: object | null, structure: object | null]>
> = {
  "une coordinatrice de DAC": [EQUIPE, LUE, LUE],
  "une coordinatrice de CPTS": [COORDINATRICE_CPTS, LUE, LUE],
  "le professionnel": [KINE, LUE, null],
  "son secrétariat": [SECRETARIAT, LUE, null],
  "un confrère du même lieu": [AUTRE_KINE, null, null],
  "la structure": [destinataire("MSP-1"), null, LUE],
  "un autre médecin": [DEMANDEUR, null, null],
  "un passant": [PASSANT, null, null],
  "un éditeur sans portée": [SANS_PORTEE, null, null],
  "une coordinatrice sans portée": [{ ...EQUIPE, scopes: [] }, null, null],
  personne: [null, null, null],
};

describe.each<Porte>(["demander", "demanderParHttp"])(
  "La réactivité d'un destinataire, par _entities (%s)",
  (porte) => {
    it.each(Object.entries(ATTENDU))("pour %s", async (_role, [acteur, situation, structure]) => {
      expect(await lire([SITUATION, STRUCTURE], acteur, porte)).toEqual([situation, structure]);
    });
  },
);

describe("La réactivité d'un destinataire", () => {
  it.each(["le professionnel", "une coordinatrice de DAC", "un passant", "personne"])(
    "ne se laisse pas demander au nom d'un autre : la référence de %s ne dit pas à qui est l'activité",
    async (role) => {
      const [acteur = null, situation] = ATTENDU[role] ?? [];
      const forgee = { ...SITUATION, professionnel: { id: "889900000020" }, reactivite: { tauxAcceptation: 1 } };
      expect(await lire([forgee], acteur)).toEqual([situation]);
      expect(await lire([forgee], DEMANDEUR)).toEqual([null]);
    },
  );

  it("est nulle en dessous de cinq orientations closes, et pour qui n'existe pas", async () => {
    const references = [
      { ...STRUCTURE, id: "MSP-4" },
      { ...STRUCTURE, id: "MSP-INCONNUE" },
      { ...SITUATION, id: "a\u0000b" },
      { __typename: "SituationExercice" },
      STRUCTURE,
    ];
    expect(await lire(references, EQUIPE)).toEqual([null, null, null, null, LUE]);
  });

  it("se lit aussi depuis une orientation, par les mêmes", async () => {
    const depuisLOrientation = async (acteur: Acteur) =>
      (
        await sousGraphe.demander(
          "query($id: ID!) { orientation(id: $id) { destinataire { situation { reactivite { tauxAcceptation delaiMedianHeures } } } } }",
          { id: orientationId },
          acteur,
        )
      ).data?.orientation;
    const vue = (reactivite: object | null) => ({ destinataire: { situation: { reactivite } } });
    expect(await depuisLOrientation(EQUIPE)).toEqual(vue(LUE));
    expect(await depuisLOrientation(KINE)).toEqual(vue(LUE));
    expect(await depuisLOrientation({ ...EQUIPE, profils: [] })).toEqual(vue(null));
  });

  it("coûte une requête pour tous les destinataires, une de plus pour qui ne lit que la sienne", async () => {
    const foule = [SITUATION, STRUCTURE].flatMap((reference) =>
      Array.from({ length: 100 }, (_, rang) => ({ ...reference, id: rang === 0 ? reference.id : `AUTRE-${rang}` })),
    );
    const compter = async (acteur: Acteur | null) => {
      const { result, statements } = await countStatements(() => lire(foule, acteur));
      return [result.filter((reactivite) => reactivite !== null).length, statements.length];
    };
    // Who reads; the memory; and, between the two, which activities are theirs.
    expect(await compter(EQUIPE)).toEqual([2, 2]);
    expect(await compter(KINE)).toEqual([1, 3]);
    expect(await compter(destinataire("MSP-1"))).toEqual([1, 2]);
    expect(await compter(PASSANT)).toEqual([0, 1]);
    expect(await compter(null)).toEqual([0, 0]);
  });

  it("ne se mesure que sur douze mois", async () => {
    await sousGraphe.interroger("update parcours.orientation set envoyee_le = now() - interval '13 months'");
    expect(await lire([SITUATION, STRUCTURE], EQUIPE)).toEqual([null, null]);
  });
});
