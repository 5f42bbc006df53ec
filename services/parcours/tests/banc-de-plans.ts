import { expect } from "vitest";
import { annuaireDesDac, DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

/** What is read of a case and of its plan. */
export const LU = `id version statut actionsPossibles besoins { id version libelle statut criteres { codeInsee professions } parcours { numero } }
  plan { version valideLe objectifs { id libelle } actions { libelle objectif besoin { id } } actionsSansSuite { libelle } }`;
export interface Dossier {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly actionsPossibles: string[];
  readonly besoins: { id: string; version: number }[];
}

const EVALUER = `mutation($input: EnregistrerEvaluationInput!, $cle: ID!) { rendu: enregistrerEvaluation(input: $input, cleIdempotence: $cle) { ${LU} } }`;
/** Adds a need to a case. */
export const AJOUTER = `mutation($input: AjouterBesoinInput!, $cle: ID!) { rendu: ajouterBesoin(input: $input, cleIdempotence: $cle) { id version libelle statut parcours { version } } }`;

export type BancDePlans = Awaited<ReturnType<typeof ouvrirBancDePlans>>;

/** The subgraph, and cases whose team evaluates. */
export async function ouvrirBancDePlans() {
  const sousGraphe: SousGrapheDeTest = await ouvrirAToulouse(annuaireDesDac);
  let numero = 0;
  const agir = (mutation: string, variables: object, acteur = EQUIPE) =>
    sousGraphe.demander(mutation, { ...variables, cle: `cle-de-plan-${numero++}` }, acteur);
  const reussir = async <Rendu = Dossier>(mutation: string, variables: object, acteur = EQUIPE): Promise<Rendu> => {
    const { data, errors } = await agir(mutation, variables, acteur);
    expect(errors).toBeUndefined();
    return data?.rendu as Rendu;
  };
  /** A case in evaluation, evaluated or not. */
  const enEvaluation = async ({ evalue }: { evalue: boolean }): Promise<Dossier> => {
    const recu = await reussir(
      `mutation($input: DemanderAppuiInput!, $cle: ID!) { rendu: demanderAppui(input: $input, cleIdempotence: $cle) { ${LU} } }`,
      { input: DEMANDE },
      DEMANDEUR,
    );
    const qualifie = await reussir(
      `mutation($input: QualifierDemandeInput!, $cle: ID!) { rendu: qualifierDemande(input: $input, cleIdempotence: $cle) { ${LU} } }`,
      {
        input: {
          parcoursId: recu.id,
          version: recu.version,
          decision: "RECEVABLE",
          niveauAppui: "COORDINATION_SPECIFIQUE",
        },
      },
    );
    if (!evalue) return qualifie;
    return reussir(EVALUER, {
      input: {
        parcoursId: qualifie.id,
        version: qualifie.version,
        grille: "grille d'exemple",
        versionGrille: "1",
        realiseeLe: "2026-01-15",
        domaines: [{ domaine: "SANTE", niveau: "MODEREE" }],
      },
    });
  };
  return { sousGraphe, agir, reussir, enEvaluation, fermer: () => sousGraphe.fermer() };
}
