import { describe, expect, it } from "vitest";
import type { Disponibilite } from "../disponibilite/disponibilite.type.ts";
import { type AttenteDuBesoin, motifsDeDisponibilite } from "./disponibilite-du-candidat.rule.ts";

const muette: Disponibilite = {
  etat: "INCONNU",
  nouveauxPatients: "INCONNU",
  medecinTraitant: "INCONNU",
  soinsNonProgrammes: "INCONNU",
  delaiJours: null,
  capacite: null,
  releveLe: null,
  source: null,
  expireLe: null,
  perimee: false,
};
const presse: AttenteDuBesoin = { urgence: "SOUS_72_H", chercheMedecinTraitant: true };

describe("Ce que la disponibilité dit d'un candidat", () => {
  it("n'est rien quand rien n'est déclaré", () => {
    expect(motifsDeDisponibilite(muette, presse)).toEqual([]);
  });

  it.each<[string, Partial<Disponibilite>, Partial<AttenteDuBesoin>, string[]]>([
    ["un créneau libre", { etat: "CRENEAU_LIBRE" }, {}, ["CRENEAU_LIBRE FAVORABLE"]],
    ["aucun créneau", { etat: "SANS_CRENEAU" }, {}, ["SANS_CRENEAU DEFAVORABLE"]],
    ["un agenda non partagé", { etat: "AGENDA_NON_PARTAGE" }, {}, []],
    ["une évaluation nécessaire", { etat: "EVALUATION_NECESSAIRE" }, {}, []],
    ["un délai égal au délai utile", { delaiJours: 3 }, {}, ["DELAI_COMPATIBLE FAVORABLE"]],
    ["un délai d'un jour de trop", { delaiJours: 4 }, {}, ["DELAI_TROP_LONG DEFAVORABLE"]],
    [
      "un délai de quinze jours, pour un besoin sous quinze jours",
      { delaiJours: 15 },
      { urgence: "SOUS_15_JOURS" },
      ["DELAI_COMPATIBLE FAVORABLE"],
    ],
    ["un délai, pour un besoin programmé", { delaiJours: 90 }, { urgence: "PROGRAMMEE" }, []],
    ["de nouveaux patients acceptés", { nouveauxPatients: "OUI" }, {}, ["NOUVEAUX_PATIENTS FAVORABLE"]],
    ["de nouveaux patients refusés", { nouveauxPatients: "NON" }, {}, ["PAS_DE_NOUVEAUX_PATIENTS DEFAVORABLE"]],
    ["le rôle de médecin traitant refusé", { medecinTraitant: "NON" }, {}, ["PAS_MEDECIN_TRAITANT DEFAVORABLE"]],
    ["ce rôle, que personne ne cherche", { medecinTraitant: "NON" }, { chercheMedecinTraitant: false }, []],
    ["des soins non programmés, sous 72 heures", { soinsNonProgrammes: "OUI" }, {}, ["SOINS_NON_PROGRAMMES FAVORABLE"]],
    ["des soins non programmés, sans urgence", { soinsNonProgrammes: "OUI" }, { urgence: "PROGRAMMEE" }, []],
  ])("pour %s", (_cas, ecart, attente, attendu) => {
    const motifs = motifsDeDisponibilite({ ...muette, ...ecart }, { ...presse, ...attente });
    expect(motifs.map(({ code, effet }) => `${code} ${effet}`)).toEqual(attendu);
    expect(motifs.every(({ poids }) => poids === 1)).toBe(true);
  });

  it("pèse moitié moins quand la déclaration est périmée, et le dit", () => {
    const [motif] = motifsDeDisponibilite({ ...muette, etat: "CRENEAU_LIBRE", perimee: true }, presse);
    expect(motif).toMatchObject({ poids: 0.5, libelle: expect.stringContaining("périmée") });
  });
});
