import { type Banc, ouvrirBanc } from "./banc.ts";

export interface Possibilite {
  readonly id: string;
  readonly delegation: { readonly code: string; readonly version: number };
  readonly acte: { readonly code: string };
  readonly eligibilite: {
    readonly verdict: string;
    readonly conditions: readonly {
      readonly code: string;
      readonly verdict: string;
      readonly constat: string | null;
    }[];
  };
  readonly cadres: readonly string[];
  readonly habilitations: readonly string[];
  readonly professions: readonly string[];
  readonly codeInsee: string;
  readonly rayonKm: number;
  readonly equipes: readonly {
    readonly distanceKm: number;
    readonly equipe: { readonly structure: { readonly id: string } };
  }[];
}

const CHAMPS = `id delegation { code version } acte { code } eligibilite { verdict conditions { code verdict constat } }
  cadres habilitations professions savoirFaire codeInsee rayonKm equipes { distanceKm equipe { structure { id } } }`;

export const QUI_PEUT = `query QuiPeut($acte: ID!, $patient: PatientInput!, $proximite: ProximiteInput!, $le: Date) {
  quiPeutRealiser(acte: $acte, patient: $patient, proximite: $proximite, le: $le) { ${CHAMPS} } }`;

const ENTITES = `query Entites($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on PossibiliteDelegation { ${CHAMPS} } ... on Besoin { possibilites { ${CHAMPS} } } } }`;

export const LYON = { codeInsee: "69123", rayonKm: 30 };

export interface BancDePossibilites extends Banc {
  /** `quiPeutRealiser`, around Lyon and for anyone unless said otherwise. */
  quiPeut(variables: Record<string, unknown>): Promise<Possibilite[]>;
  /** The possibility under one delegation. */
  selon(code: string, variables: Record<string, unknown>): Promise<Possibilite>;
  /** What the gateway asks by reference. */
  entites<Entite>(representations: readonly object[]): Promise<Entite[]>;
}

/** A bench, and the three ways in which tests read possibilities. */
export async function ouvrirBancDePossibilites(): Promise<BancDePossibilites> {
  const banc = await ouvrirBanc();
  const quiPeut = async (variables: Record<string, unknown>): Promise<Possibilite[]> => {
    const demande = { patient: {}, proximite: LYON, ...variables };
    return (await banc.lire<{ quiPeutRealiser: Possibilite[] }>(QUI_PEUT, demande)).quiPeutRealiser;
  };
  return {
    ...banc,
    quiPeut,
    selon: async (code, variables) => {
      const trouvee = (await quiPeut(variables)).find(({ delegation }) => delegation.code === code);
      if (trouvee === undefined) throw new Error(`No possibility under ${code}`);
      return trouvee;
    },
    entites: async <Entite>(representations: readonly object[]): Promise<Entite[]> =>
      (await banc.lire<{ _entities: Entite[] }>(ENTITES, { representations }))._entities,
  };
}
