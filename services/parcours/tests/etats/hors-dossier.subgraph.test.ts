import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSAGES_HORS_DOSSIER } from "../../src/dossier/etats-hors-dossier.ts";
import { passagesPermis } from "../../src/etats/table.ts";
import { type BancHorsDossier, CPTS, MEDECIN, ouvrirBancHorsDossier } from "../banc-hors-dossier.ts";
import { EQUIPE, PASSANT } from "../dossiers-de-test.ts";
import { destinataire } from "../orientations-de-test.ts";
import { verifierLesOrientations } from "./exactitude.ts";
import { observer } from "./observation.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

const MSP = destinataire("MSP-1");
type Pas = readonly [action: string, qui: "porteur" | "destinataire", argument: string];
const ACCEPTER: Pas = ["accepter", "destinataire", ""];

/** What leads a referral to each of the states that somebody brings it to, and who does it. */
const CHEMINS: readonly (readonly [etat: string, ecart: object, pas: readonly Pas[]])[] = [
  ["envoyée", {}, []],
  ["reçue", {}, [["accuserReception", "destinataire", ""]]],
  ["questionnée", {}, [["demanderComplement", "destinataire", ', question: "Avec ascenseur ?"']]],
  ["en liste d'attente", {}, [["mettreEnListeAttente", "destinataire", ", delaiJours: 15"]]],
  ["acceptée", {}, [ACCEPTER]],
  ["prise en charge", {}, [ACCEPTER, ["demarrerPriseEnCharge", "destinataire", ""]]],
  ["refusée", {}, [["refuser", "destinataire", ", motif: CAPACITE_ATTEINTE"]]],
  ["désistée", {}, [ACCEPTER, ["seDesister", "destinataire", ", motif: DEJA_SUIVI"]]],
  ["annulée", {}, [["annuler", "porteur", ', motif: "trouvé ailleurs"']]],
  [
    "d'avis terminé",
    { nature: "AVIS_EXPERT" },
    [ACCEPTER, ["terminer", "destinataire", ', issue: REALISEE, synthese: "Avis donné."']],
  ],
];

describe.each([
  ["une CPTS", CPTS],
  ["un professionnel", MEDECIN],
] as const)("Portée par %s, une orientation hors dossier", (_porteur, porteur) => {
  it.each(CHEMINS)("%s : actionsPossibles dit à chacun ce que les mutations acceptent", async (_etat, ecart, pas) => {
    const besoin = await banc.ajouter(porteur);
    let orientation = await banc.envoyerUne(besoin, ecart, porteur);
    for (const [action, qui, argument] of pas)
      orientation = await banc.reussir(action, orientation, qui === "porteur" ? porteur : MSP, argument);
    const vue = await observer(banc.sousGraphe, await banc.cache(besoin));
    await verifierLesOrientations(banc.sousGraphe, vue, [
      ["le porteur", porteur],
      ["le destinataire", MSP],
      ["l'équipe d'un DAC", EQUIPE],
      ["un passant", PASSANT],
      ["le porteur, aussi destinataire", { ...porteur, structures: [...porteur.structures, "MSP-1"] }],
    ]);
  });
});

it("La table hors dossier ne permet rien à une équipe, et n'a qu'un état", () => {
  expect(passagesPermis(PASSAGES_HORS_DOSSIER, "HORS_DOSSIER", ["EQUIPE"])).toEqual([]);
  expect(PASSAGES_HORS_DOSSIER.map(({ vers }) => vers)).toEqual(PASSAGES_HORS_DOSSIER.map(() => null));
});
