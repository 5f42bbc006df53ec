/** Scope words of the API, the same whatever the issuer; docs/identite.md explains them. */
export const SCOPES = [
  "annuaire:lire",
  "annuaire:ecrire",
  "parcours:lire",
  "parcours:ecrire",
  "introspection",
] as const;
export type Scope = (typeof SCOPES)[number];

export const NOMS_DE_PROFIL = [
  "coordinatrice-dac",
  "medecin-generaliste",
  "infirmiere",
  "secretariat",
  "coordinatrice-cpts",
  "editeur",
  "agence",
  "sans-droits",
] as const;
export type NomDeProfil = (typeof NOMS_DE_PROFIL)[number];

/** An invented person (or program) whom the local provider can vouch for. */
export interface Profil {
  readonly nom: string;
  readonly description: string;
  readonly sub: string;
  /** 899 range only: the RPPS gives no such number to anyone. `null`: no RPPS. */
  readonly rpps: string | null;
  /** Structure identifiers as the API knows them: 1 + FINESS, or a UUID. */
  readonly structures: readonly string[];
  /** Whose secretariat it is: their number and their structures. */
  readonly pourLeCompteDe?: NomDeProfil;
  readonly profils: readonly string[];
  readonly scopes: readonly Scope[];
}

/** What the demo data decides in the place of the defaults below, profile by profile. */
export type AjustementsDeProfils = Readonly<
  Partial<Record<NomDeProfil, Partial<Pick<Profil, "nom" | "rpps" | "structures">>>>
>;

const SOIN: readonly Scope[] = ["annuaire:lire", "annuaire:ecrire", "parcours:lire", "parcours:ecrire"];

const PROFILS: Readonly<Record<NomDeProfil, Profil>> = {
  "coordinatrice-dac": {
    nom: "Maëlle Fontanges",
    description: "Coordinatrice de parcours dans un dispositif d'appui à la coordination (DAC)",
    sub: "demo-maelle-fontanges",
    rpps: "89900000012",
    structures: ["00000000-0000-4000-8000-000000000001"],
    profils: ["coordinatrice-dac"],
    scopes: SOIN,
  },
  "medecin-generaliste": {
    nom: "Basile Orcival",
    description: "Médecin généraliste en maison de santé",
    sub: "demo-basile-orcival",
    rpps: "89900000020",
    structures: ["00000000-0000-4000-8000-000000000002"],
    profils: ["medecin-generaliste"],
    scopes: SOIN,
  },
  infirmiere: {
    nom: "Solène Vauzelle",
    description: "Infirmière libérale en maison de santé",
    sub: "demo-solene-vauzelle",
    rpps: "89900000038",
    structures: ["00000000-0000-4000-8000-000000000002"],
    profils: ["infirmiere"],
    scopes: SOIN,
  },
  secretariat: {
    nom: "Élodie Marchevaux",
    description: "Secrétariat d'un médecin généraliste, qui saisit pour son compte",
    sub: "demo-elodie-marchevaux",
    rpps: null,
    structures: [],
    pourLeCompteDe: "medecin-generaliste",
    profils: ["secretariat"],
    scopes: SOIN,
  },
  "coordinatrice-cpts": {
    nom: "Inès Labrosse",
    description: "Coordinatrice d'une communauté professionnelle territoriale de santé (CPTS)",
    sub: "demo-ines-labrosse",
    rpps: null,
    structures: ["00000000-0000-4000-8000-000000000003"],
    profils: ["coordinatrice-cpts"],
    scopes: SOIN,
  },
  editeur: {
    nom: "Logiciel Coquelicot",
    description: "Logiciel d'un éditeur, sans personne derrière l'écran",
    sub: "demo-logiciel-coquelicot",
    rpps: null,
    structures: [],
    profils: ["editeur"],
    scopes: [...SOIN, "introspection"],
  },
  agence: {
    nom: "Gaspard Thélème",
    description: "Chargé de mission d'une agence régionale de santé",
    sub: "demo-gaspard-theleme",
    rpps: null,
    structures: [],
    profils: ["agence"],
    scopes: ["annuaire:lire", "annuaire:ecrire"],
  },
  "sans-droits": {
    nom: "Camille Sansonnet",
    description: "Identité reconnue à laquelle aucun droit n'est accordé",
    sub: "demo-camille-sansonnet",
    rpps: null,
    structures: [],
    profils: [],
    scopes: [],
  },
};

export type Profils = ReadonlyMap<NomDeProfil, Profil>;

/** Takes what the demo data decides; returns every profile, completed. */
export function profilsAjustes(ajustements: AjustementsDeProfils): Profils {
  return new Map(NOMS_DE_PROFIL.map((nom) => [nom, { ...PROFILS[nom], ...ajustements[nom] }]));
}

/** Takes a word typed by someone; returns whether it names a profile. */
export function estNomDeProfil(mot: string): mot is NomDeProfil {
  return NOMS_DE_PROFIL.some((nom) => nom === mot);
}

/** Takes a profile name; returns the scopes it may ask for. */
export const scopesDe = (nom: NomDeProfil): readonly Scope[] => PROFILS[nom].scopes;
