/** Asks for a simulated need, with all that it says of itself. */
export const SIMULER = `query Simuler($criteres: CriteresBesoinInput!) {
  simulerBesoin(criteres: $criteres) {
    id version libelle statut
    criteres {
      codeInsee nature urgence professions savoirFaire actes typesStructure categories rayonKm modalites
      profil { age ageMois sexe sansMedecinTraitant ald isole criteresCliniques { code present } }
    }
  }
}`;
export const BESOIN =
  "query Besoin($id: ID!) { besoin(id: $id) { id version libelle statut criteres { codeInsee professions } } }";

export const profil = { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "INCONNU" };
/** A doctor within three days and a flu vaccination, at Toulouse, for a person of 72. */
export const saisie = {
  codeInsee: "31555",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  professions: ["10"],
  savoirFaire: ["SM54", "SM26", "SM53", "SM54"],
  actes: ["VACCINATION_GRIPPE"],
  typesStructure: ["MSP", "CENTRE_DE_SANTE"],
  profil,
};

/** As the gateway asks for a need that it knows by its key. */
export const ENTITE =
  "query Entite($representations: [_Any!]!) { _entities(representations: $representations) { ... on Besoin { id libelle } } }";
