import { chargerDemonstration, type DisponibiliteDeDemonstration, importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

const PHARMACIE = "1310000013";
const CENTRE = "1310000021";
const lieu = (codeInsee: string) => ({
  "Code commune (coord. structure)": codeInsee,
  "Code Département (structure)": "31",
});
const dans = (id: string) => ({
  "Numéro FINESS site": id.slice(1),
  "Identifiant technique de la structure": `F${id.slice(1)}`,
});
const pharmacien = { "Code profession": "21", "Code savoir-faire": "" };
const infirmier = { "Code profession": "60", "Code savoir-faire": "" };

const LIGNES = [
  ...[1, 2, 3].map((rang) => ligne(rang, lieu("31555"))),
  ligne(4, lieu("31069")),
  // A cardiologist, a practitioner abroad and a coordinator: none of them answers.
  ligne(5, { ...lieu("31555"), "Code savoir-faire": "SM04" }),
  ligne(6, { ...lieu("31555"), "Code pays (coord. structure)": "99132" }),
  ligne(7, { ...lieu("31555"), "Code genre d'activité": "GENR08" }),
  ligne(8, lieu("09122")),
  // The same place written twice: one candidate.
  ligne(1, { ...lieu("31555"), "Code mode exercice": "S" }),
  // Trained, in a pharmacy; not declared, practice unknown of FINESS; training over; in a health centre.
  ligne(20, { ...pharmacien, ...lieu("31555"), ...dans(PHARMACIE) }),
  ligne(21, { ...pharmacien, ...lieu("31555"), "Code secteur d'activité": "" }),
  ligne(22, { ...pharmacien, ...lieu("31555"), ...dans(PHARMACIE) }),
  ligne(23, { ...pharmacien, ...lieu("31555"), ...dans(CENTRE) }),
  ligne(30, { ...infirmier, ...lieu("31069") }),
];

const disponibilite = (rang: number, ecart: Partial<DisponibiliteDeDemonstration>): DisponibiliteDeDemonstration => ({
  rpps: rppsDe(rang),
  structureId: null,
  etat: "CRENEAU_LIBRE",
  nouveauxPatients: "OUI",
  medecinTraitant: "OUI",
  soinsNonProgrammes: "INCONNU",
  delaiJours: 2,
  capacite: null,
  releveLe: "2026-11-20T08:00:00Z",
  expireLe: "2026-12-20T08:00:00Z",
  source: "CPTS",
  ...ecart,
});
const DECLARATIONS = {
  disponibilites: [
    disponibilite(1, {}),
    disponibilite(2, { etat: "SANS_CRENEAU", nouveauxPatients: "NON", medecinTraitant: "INCONNU", delaiJours: 30 }),
    disponibilite(4, {
      expireLe: "2026-11-21T08:00:00Z",
      delaiJours: null,
      nouveauxPatients: "INCONNU",
      medecinTraitant: "INCONNU",
    }),
  ],
  habilitations: [
    {
      rpps: rppsDe(20),
      code: "VACCINATION_PRESCRIPTION",
      depuis: "2025-01-01",
      jusquA: null,
      organisme: "DPC",
      source: "Ordre",
    },
    {
      rpps: rppsDe(22),
      code: "VACCINATION_PRESCRIPTION",
      depuis: "2020-01-01",
      jusquA: "2025-01-01",
      organisme: "DPC",
      source: "Ordre",
    },
  ],
};

export const CRITERES = {
  codeInsee: "31555",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  professions: ["10"],
  savoirFaire: ["SM54", "SM26", "SM53"],
  rayonKm: 15,
  modalites: [],
  profil: { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "INCONNU" },
};
export const VACCINATION = {
  id: "jeton-vaccination",
  professions: ["21"],
  savoirFaire: [],
  codeInsee: "31555",
  rayonKm: 15,
  cadres: ["PHARMACIE"],
  habilitations: ["VACCINATION_PRESCRIPTION"],
  eligibilite: { verdict: "OUI" },
};

interface Candidat {
  situation: { professionnel: { rpps: string }; profession: { code: string } };
  possibilite: string | null;
  eligibilite: { verdict: string; conditions: { code: string; verdict: string }[] } | null;
  retenu: boolean;
  distanceKm: number;
  motifs: { code: string; libelle: string; effet: string; poids: number }[];
}
interface Reponse {
  _entities: { candidatsProfessionnels: { tronque: boolean; elements: Candidat[] } }[];
}
export const CANDIDATS = /* GraphQL */ `
  query ($besoins: [_Any!]!, $premiers: Int!, $ecartes: Boolean!) {
    _entities(representations: $besoins) {
      ... on Besoin {
        candidatsProfessionnels(premiers: $premiers, ecartes: $ecartes) {
          tronque
          elements {
            situation { id profession { code } disponibilite { etat } professionnel { rpps } }
            possibilite eligibilite { verdict conditions { code verdict } } retenu distanceKm motifs { code libelle effet poids }
          }
        }
      }
    }
  }`;

interface Options {
  premiers?: number;
  ecartes?: boolean;
  besoins?: number;
}

async function chercher(
  annuaire: AnnuaireDeTest,
  criteres: object,
  possibilites: object[] | null,
  { premiers = 200, ecartes = false, besoins = 1 }: Options = {},
) {
  const besoin = { __typename: "Besoin", id: "b", criteres: { ...CRITERES, ...criteres }, possibilites };
  const variables = { besoins: Array.from({ length: besoins }, () => besoin), premiers, ecartes };
  const { data, nombre } = await annuaire.compter<Reponse>(CANDIDATS, variables);
  const { elements, tronque } = data._entities[0]?.candidatsProfessionnels ?? { elements: [], tronque: false };
  const de = (rang: number) => elements.filter(({ situation }) => situation.professionnel.rpps === rppsDe(rang));
  return { elements, tronque, nombre, de, rpps: elements.map(({ situation }) => situation.professionnel.rpps) };
}
/** The codes of a candidate's reasons, in order. */
export const codes = (candidat: Candidat | undefined) => candidat?.motifs.map(({ code }) => code);

/** A directory around Toulouse where each candidate has its own reason to be kept or set aside. */
export async function ouvrirAnnuaireDeCandidats() {
  const annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await publierStructures(client, [
      { id: PHARMACIE, type: "PHARMACIE" },
      { id: CENTRE, type: "CENTRE_DE_SANTE" },
    ]);
    await importerRpps(client, { fichier: await ecrireFichier(LIGNES) });
    await chargerDemonstration(client, DECLARATIONS);
    await chargerDemonstration(client, DECLARATIONS);
  });
  return {
    ...annuaire,
    chercher: (criteres: object, possibilites: object[] | null, options?: Options) =>
      chercher(annuaire, criteres, possibilites, options),
  };
}
