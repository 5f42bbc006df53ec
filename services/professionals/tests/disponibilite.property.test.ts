import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTEURS, type AnnuaireDeDeclarations, ouvrirAnnuaireDeDeclarations } from "./annuaire-de-declarations.ts";

const ETATS = ["CRENEAU_LIBRE", "SANS_CRENEAU", "AGENDA_NON_PARTAGE", "EVALUATION_NECESSAIRE", "INCONNU"] as const;
const HEURE = 3_600_000;
const DEBUT = Date.parse("2026-11-22T10:00:00Z");

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
});
afterAll(() => annuaire.fermer());

/** What may happen to an availability: it is declared for so many hours (in the past: refused), or time goes by. */
type Evenement =
  | { readonly genre: "DECLARER"; readonly etat: (typeof ETATS)[number]; readonly heures: number; readonly cle: number }
  | { readonly genre: "ATTENDRE"; readonly heures: number };

const evenements = fc.array(
  fc.oneof(
    fc.record({
      genre: fc.constant("DECLARER" as const),
      etat: fc.constantFrom(...ETATS),
      heures: fc.integer({ min: -2, max: 8 }),
      cle: fc.integer({ min: 0, max: 1_000_000 }),
    }),
    fc.record({ genre: fc.constant("ATTENDRE" as const), heures: fc.integer({ min: 0, max: 6 }) }),
  ),
  { minLength: 1, maxLength: 8 },
);

const SELECTION = "disponibilite { etat releveLe expireLe perimee }";
const iso = (instant: number) => new Date(instant).toISOString();

async function declarer({ etat, heures }: { etat: string; heures: number }, maintenant: number, cle: string) {
  const input = {
    situationId: annuaire.situationId,
    etat,
    nouveauxPatients: "INCONNU",
    medecinTraitant: "INCONNU",
    soinsNonProgrammes: "INCONNU",
    expireLe: iso(maintenant + heures * HEURE),
    source: "Déclaration de test",
  };
  const mutation = `mutation ($input: DeclarerDisponibiliteInput!, $cle: ID!) {
    declarerDisponibilite(input: $input, cleIdempotence: $cle) { ${SELECTION} }
  }`;
  return (await annuaire.demanderEn(ACTEURS.elleMeme, mutation, { input, cle })).refus;
}

async function lire() {
  const query = `query ($o: [_Any!]!) { _entities(representations: $o) { ... on SituationExercice { ${SELECTION} } } }`;
  const variables = { o: [{ __typename: "SituationExercice", id: annuaire.situationId }] };
  const { data } = await annuaire.demanderEn<{ _entities: { disponibilite: object }[] }>(null, query, variables);
  return data?._entities[0]?.disponibilite;
}

describe("Une disponibilité déclarée, périmée, redéclarée", () => {
  it("se lit toujours telle que la dernière déclaration acceptée, et se dit périmée dès son échéance", async () => {
    let execution = 0;
    await fc.assert(
      fc.asyncProperty(evenements, async (suite: Evenement[]) => {
        execution += 1;
        await annuaire.ecrire((client) => client.query("delete from professionals.disponibilite"));
        let maintenant = DEBUT;
        let derniere: { etat: string; releveLe: string; expireLe: string } | null = null;
        for (const [rang, evenement] of suite.entries()) {
          if (evenement.genre === "ATTENDRE") maintenant += evenement.heures * HEURE;
          annuaire.horloge.maintenant = iso(maintenant);
          if (evenement.genre === "DECLARER") {
            const refus = await declarer(evenement, maintenant, `${execution}-${rang}-${evenement.cle}-cle`);
            expect(refus).toEqual(evenement.heures > 0 ? null : { code: "BAD_USER_INPUT", champ: "input.expireLe" });
            if (refus === null) {
              const expireLe = iso(maintenant + evenement.heures * HEURE);
              derniere = { etat: evenement.etat, releveLe: iso(maintenant), expireLe };
            }
          }
          expect(await lire()).toEqual(
            derniere === null
              ? { etat: "INCONNU", releveLe: null, expireLe: null, perimee: false }
              : { ...derniere, perimee: Date.parse(derniere.expireLe) <= maintenant },
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
