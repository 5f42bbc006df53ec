import { type Acteur, type Annuaire, createAnnuaire } from "@coordination/server-kit";

const acteur = (ecart: Partial<Acteur>): Acteur => ({
  sub: "personne",
  rpps: null,
  structures: [],
  profils: [],
  scopes: ["parcours:lire", "parcours:ecrire"],
  clientId: "tests",
  ...ecart,
});

export const EQUIPE = acteur({
  sub: "equipe",
  rpps: "89900000012",
  structures: ["DAC-A"],
  profils: ["coordinatrice-dac"],
});
export const AUTRE_EQUIPE = acteur({ sub: "autre-equipe", structures: ["DAC-B"], profils: ["coordinatrice-dac"] });
export const DEMANDEUR = acteur({ sub: "medecin", rpps: "89900000020", profils: ["medecin-generaliste"] });
export const PASSANT = acteur({ sub: "passant" });
export const LECTEUR = acteur({ sub: "lecteur", structures: ["DAC-A"], scopes: ["parcours:lire"] });
export const SANS_PORTEE = acteur({ sub: "sans-portee", structures: ["DAC-A"], scopes: [] });

/** The directory behind the internal door: 69123 has one DAC, 01004 has two, 75056 has none, 98735 is refused. */
export const annuaireDesDac: Annuaire = createAnnuaire(
  async ({ variables }) => {
    const codeInsee = "codeInsee" in variables ? String(variables.codeInsee) : "";
    if (codeInsee === "98735") {
      const extensions = { code: "BAD_USER_INPUT", champ: "codeInsee" };
      return { data: null, errors: [{ message: "Ce territoire n'a pas de communes.", extensions }] };
    }
    const dac: Readonly<Record<string, { id: string; nom: string }[]>> = {
      "69123": [{ id: "DAC-A", nom: "DAC du Rhône" }],
      "01004": [
        { id: "DAC-A", nom: "DAC du Rhône" },
        { id: "DAC-B", nom: "DAC de l'Ain" },
      ],
      "75056": [],
    };
    return { data: { pointEntree: dac[codeInsee] === undefined ? null : { dac: dac[codeInsee] } } };
  },
  { timeoutMs: 10_000 },
);

/** An invented person; the INS has a key that is right and a month that nobody is born in. */
export const DEMANDE = {
  codeInsee: "69123",
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
    statutIdentite: "QUALIFIEE",
    ins: { matricule: "299990199900103", oid: "1.2.250.1.213.1.4.8" },
    sansMedecinTraitant: "NON",
    ald: "OUI",
    isole: "INCONNU",
    lieuDeVie: "DOMICILE",
    adresse: { lignes: ["1 rue Inventée"], ville: "Exempleville" },
    proches: [{ nom: "Proche Inventé", lien: "fils", telephone: "0488888888" }],
  },
};

/** Everything a reader might ask of a case. */
export const DOSSIER = `
  id version numero statut niveauAppui actionsPossibles creeLe
  commune { codeInsee } dac { id } referent { id } recevabilite { verdict }
  notes { texte auteur { libelle professionnel { id } structure { id } } }
  evaluations { grille versionGrille domaines { domaine niveau constat } }
  usager { id trancheAge sexe age lieuDeVie identite { statut nomNaissance prenoms dateNaissance ins { matricule } } adresse { lignes } proches { nom } }`;
