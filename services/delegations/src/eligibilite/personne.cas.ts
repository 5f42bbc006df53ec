import type { Verdict } from "@coordination/rules";
import type { FaitsPersonne } from "./faits.ts";

/** Rien de connu que l'acte, le lieu et la date. */
export const rienDeConnu: FaitsPersonne = {
  age: null,
  ageMois: null,
  sexe: null,
  criteres: [],
  acte: "",
  departement: "69",
  le: "2026-11-22",
};

const absents = (...codes: string[]) => codes.map((code) => ({ code, present: false }));
export const presents = (...codes: string[]) => codes.map((code) => ({ code, present: true }));
type Cas = [situation: string, ecart: Partial<FaitsPersonne>, attendu: Verdict, condition: string, constat: string];

/** Une délégation, la personne tout juste éligible, puis un fait changé à la fois. */
export const TEXTES: readonly [code: string, titre: string, tout_juste: Partial<FaitsPersonne>, cas: Cas[]][] = [
  [
    "D10",
    "La vaccination antigrippale par le pharmacien",
    { acte: "VACCINATION_GRIPPE", age: 11 },
    [
      ["est ouverte à 72 ans sans autre renseignement", { age: 72 }, "OUI", "AGE_MINIMUM", "72 ans"],
      ["est fermée à 10 ans", { age: 10 }, "NON", "AGE_MINIMUM", "10 ans : en dessous de 11 ans"],
      ["est fermée à 5 ans", { age: 5 }, "NON", "AGE_MINIMUM", "5 ans : en dessous de 11 ans"],
      ["est inconnue sans âge", { age: null }, "INCONNU", "AGE_MINIMUM", "âge inconnu"],
      [
        "n'existe pas la veille",
        { le: "2023-08-09" },
        "NON",
        "EN_VIGUEUR",
        "le 09/08/2023 : pas encore en vigueur (10/08/2023)",
      ],
      ["existe le premier jour", { le: "2023-08-10" }, "OUI", "EN_VIGUEUR", "le 10/08/2023"],
    ],
  ],
  [
    "D10",
    "La vaccination du calendrier par le pharmacien",
    { acte: "VACCINATION_CALENDRIER", age: 11, criteres: absents("VACCIN_VIVANT_ATTENUE") },
    [
      [
        "ne dit rien d'un vaccin dont on ignore s'il est vivant",
        { criteres: [] },
        "INCONNU",
        "VACCIN_VIVANT",
        "le vaccin demandé est vivant atténué : non renseigné, immunodépression : non renseigné",
      ],
      [
        "admet un vaccin vivant sans immunodépression",
        { criteres: [...presents("VACCIN_VIVANT_ATTENUE"), ...absents("IMMUNODEPRESSION")] },
        "OUI",
        "VACCIN_VIVANT",
        "le vaccin demandé est vivant atténué : oui, immunodépression : non",
      ],
      [
        "laisse à examiner l'administration d'un vaccin vivant à l'immunodéprimé",
        { criteres: presents("VACCIN_VIVANT_ATTENUE", "IMMUNODEPRESSION") },
        "INCONNU",
        "VACCIN_VIVANT",
        "le vaccin demandé est vivant atténué : oui, immunodépression : oui : prescrire est exclu, les autres gestes restent à examiner",
      ],
    ],
  ],
  [
    "D12",
    "La vaccination antigrippale par la sage-femme",
    { acte: "VACCINATION_GRIPPE" },
    [["n'a pas de condition d'âge", { age: 5 }, "OUI", "EN_VIGUEUR", "le 22/11/2026"]],
  ],
  [
    "D01",
    "Le protocole odynophagie",
    {
      acte: "ANGINE",
      age: 6,
      criteres: absents("VOYAGE_TROPICAL_RECENT", "VACCIN_DIPHTERIE_ANCIEN", "TROUBLES_DIGESTIFS_IMPORTANTS"),
    },
    [
      ["est fermé à 5 ans", { age: 5 }, "NON", "AGE", "5 ans : en dessous de 6 ans"],
      ["est ouvert à 45 ans", { age: 45 }, "OUI", "AGE", "45 ans"],
      ["reste à vérifier à 46 ans", { age: 46 }, "INCONNU", "AGE_46_A_50_ANS", "46 ans, à vérifier sur le texte"],
      ["est fermé à 51 ans", { age: 51 }, "NON", "AGE", "51 ans : au-dessus de 50 ans"],
      [
        "ne demande rien des troubles digestifs à un adulte",
        { age: 18, criteres: absents("VOYAGE_TROPICAL_RECENT", "VACCIN_DIPHTERIE_ANCIEN") },
        "OUI",
        "TROUBLES_DIGESTIFS",
        "sans objet (18 ans : au-dessus de 17 ans)",
      ],
      [
        "les demande à un enfant",
        { criteres: absents("VOYAGE_TROPICAL_RECENT", "VACCIN_DIPHTERIE_ANCIEN") },
        "INCONNU",
        "TROUBLES_DIGESTIFS",
        "6 ans, troubles digestifs importants : non renseigné",
      ],
    ],
  ],
  [
    "D09",
    "Le test urinaire en officine",
    {
      acte: "CYSTITE",
      age: 16,
      sexe: "FEMININ",
      criteres: [
        ...presents("SYMPTOMES_RECENTS"),
        ...absents(
          "TEMPERATURE_HORS_36_38",
          "SIGNE_PYELONEPHRITE",
          "GROSSESSE",
          "CYSTITE_15_JOURS",
          "CYSTITES_REPETEES",
        ),
      ],
    },
    [
      ["est fermé à 15 ans", { age: 15 }, "NON", "AGE", "15 ans : en dessous de 16 ans"],
      ["est ouvert à 65 ans", { age: 65 }, "OUI", "AGE", "65 ans"],
      ["est fermé à 66 ans", { age: 66 }, "NON", "AGE", "66 ans : au-dessus de 65 ans"],
      ["est fermé aux hommes", { sexe: "MASCULIN" }, "NON", "FEMME", "sexe masculin"],
      ["est inconnu sans le sexe", { sexe: null }, "INCONNU", "FEMME", "sexe inconnu"],
      ["est inconnu quand le sexe est indéterminé", { sexe: "INDETERMINE" }, "INCONNU", "FEMME", "sexe indéterminé"],
      [
        "est fermé à la femme enceinte",
        { criteres: presents("SYMPTOMES_RECENTS", "GROSSESSE") },
        "NON",
        "SANS_GROSSESSE",
        "grossesse avérée ou possible : oui",
      ],
    ],
  ],
  [
    "D17",
    "Le dépistage de l'amblyopie",
    { acte: "DEPISTAGE_AMBLYOPIE", ageMois: 9 },
    [
      ["est fermé à 8 mois", { ageMois: 8 }, "NON", "AGE_AMBLYOPIE", "8 mois : en dessous de 9 mois"],
      ["est ouvert à 15 mois", { ageMois: 15 }, "OUI", "AGE_AMBLYOPIE", "15 mois"],
      ["est fermé à 16 mois", { ageMois: 16 }, "NON", "AGE_AMBLYOPIE", "16 mois : au-dessus de 15 mois"],
      [
        "demande les mois à 1 an",
        { ageMois: null, age: 1 },
        "INCONNU",
        "AGE_AMBLYOPIE",
        "1 an : l'âge en mois reste à préciser",
      ],
      ["est fermé à 2 ans", { ageMois: null, age: 2 }, "NON", "AGE_AMBLYOPIE", "2 ans : au-dessus de 15 mois"],
      [
        "ne choisit pas entre deux âges contradictoires",
        { age: 40 },
        "INCONNU",
        "AGE_AMBLYOPIE",
        "l'âge en années et l'âge en mois se contredisent",
      ],
    ],
  ],
  [
    "D17",
    "Le dépistage de la réfraction",
    { acte: "DEPISTAGE_REFRACTION_ENFANT", ageMois: 30 },
    [
      ["est fermé à 29 mois", { ageMois: 29 }, "NON", "AGE_REFRACTION", "29 mois : en dessous de 30 mois"],
      ["est ouvert à 5 ans", { ageMois: null, age: 5 }, "OUI", "AGE_REFRACTION", "5 ans"],
      ["est fermé à 6 ans", { ageMois: null, age: 6 }, "NON", "AGE_REFRACTION", "6 ans : au-dessus de 5 ans"],
      [
        "demande les mois à 2 ans",
        { ageMois: null, age: 2 },
        "INCONNU",
        "AGE_REFRACTION",
        "2 ans : l'âge en mois reste à préciser",
      ],
    ],
  ],
  [
    "D16",
    "Le renouvellement de lunettes par l'orthoptiste",
    {
      acte: "RENOUVELLEMENT_LUNETTES",
      age: 42,
      criteres: [...presents("ORDONNANCE_5_ANS"), ...absents("OPPOSITION_PRESCRIPTEUR")],
    },
    [
      [
        "demande une ordonnance plus récente à 43 ans",
        { age: 43 },
        "INCONNU",
        "LUNETTES_APRES_42_ANS",
        "43 ans, ordonnance de moins de 3 ans : non renseigné",
      ],
      [
        "demande une ordonnance de l'année à 15 ans",
        { age: 15, criteres: [...absents("ORDONNANCE_1_AN", "OPPOSITION_PRESCRIPTEUR")] },
        "NON",
        "LUNETTES_AVANT_16_ANS",
        "15 ans, ordonnance de moins de 1 an : non",
      ],
      [
        "respecte l'opposition du médecin",
        { criteres: presents("ORDONNANCE_5_ANS", "OPPOSITION_PRESCRIPTEUR") },
        "NON",
        "SANS_OPPOSITION",
        "opposition du médecin portée sur l'ordonnance : oui",
      ],
      [
        "est inconnu avant la date retenue, qui n'est pas sûre",
        { le: "2020-04-29" },
        "INCONNU",
        "EN_VIGUEUR",
        "le 29/04/2020 : avril 2020 selon une source ; le jour n'a pas été lu, la fin du mois est retenue",
      ],
    ],
  ],
  [
    "D31",
    "L'accès direct au kinésithérapeute en CPTS",
    { acte: "KINESITHERAPIE_SANS_PRESCRIPTION", criteres: absents("HUIT_SEANCES_FAITES") },
    [
      ["est fermé hors des départements retenus", { departement: "75" }, "NON", "DEPARTEMENTS", "département 75"],
      ["est inconnu sans département", { departement: null }, "INCONNU", "DEPARTEMENTS", "département inconnu"],
      [
        "finit avec l'expérimentation",
        { le: "2030-07-15" },
        "NON",
        "EN_VIGUEUR",
        "le 15/07/2030 : éteinte depuis le 14/07/2030",
      ],
    ],
  ],
];
