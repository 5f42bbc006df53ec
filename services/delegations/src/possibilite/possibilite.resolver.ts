import { saisieInvalide } from "@coordination/server-kit";
import { GraphQLIsoDate, ProximiteInput } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import type { Personne } from "../eligibilite/faits.ts";
import type { LigneEquipe } from "../equipe/equipe.repository.ts";
import { EquipeProche } from "../equipe/equipe.type.ts";
import { exigerProximite } from "../territoire/proximite.ts";
import { PatientInput } from "./patient.input.ts";
import { findPossibilites, type Possibilite } from "./possibilite.ts";
import { PossibiliteDelegation } from "./possibilite.type.ts";
import { controlerPersonne } from "./saisie-patient.rule.ts";

/** Enough for anyone to choose from; a need ranks them all. */
const EQUIPES_MAXIMUM = 50;

@Resolver(() => PossibiliteDelegation)
export class PossibiliteResolver {
  @Query(() => [PossibiliteDelegation], {
    description:
      "Qui peut réaliser cet acte pour ce patient, ici, à cette date ? Chaque délégation du catalogue qui couvre l'acte est " +
      "rendue avec son verdict et toutes ses conditions ; une condition inconnue ne vaut jamais OUI.",
  })
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 5)")
  async quiPeutRealiser(
    @Arg("acte", () => ID, { description: "Code de l'acte." }) acte: string,
    @Arg("patient", () => PatientInput, { description: "La personne, sans rien qui l'identifie." })
    patient: PatientInput,
    @Arg("proximite", () => ProximiteInput, { description: "Où l'acte aurait lieu." }) proximite: ProximiteInput,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Jour de l'acte ; aujourd'hui par défaut." })
    le: string | null,
    @Ctx() contexte: Contexte,
  ): Promise<Possibilite[]> {
    const { loaders, aujourdhui } = contexte;
    const { actes, criteres } = await loaders.catalogue();
    if (!actes.some(({ code }) => code === acte)) {
      throw saisieInvalide("acte", "Aucun acte du catalogue ne porte ce code.");
    }
    const personne = lirePersonne(patient);
    const fausse = controlerPersonne(personne, new Set(criteres.map(({ code }) => code)));
    if (fausse !== null) throw saisieInvalide(fausse.champ, fausse.explication);
    const { lieu, rayonKm } = await exigerProximite(proximite, loaders);
    return findPossibilites(contexte, [acte], { personne, le: le ?? aujourdhui, lieu, rayonKm });
  }

  @FieldResolver(() => ID, { description: "Identifiant opaque." })
  id(@Root() { id }: Possibilite): Promise<string> {
    return id();
  }

  @FieldResolver(() => [EquipeProche], {
    description:
      `Équipes déclarées, de la plus proche à la plus lointaine, ${EQUIPES_MAXIMUM} au plus ; une compétence propre ` +
      "n'en demande pas.",
  })
  @Directive("@listSize(assumedSize: 5)")
  async equipes(
    @Root() { contenu }: Possibilite,
    @Ctx() { loaders }: Contexte,
  ): Promise<{ equipe: LigneEquipe; distanceKm: number }[]> {
    const { delegation, le, lieu, rayonKm } = contenu;
    const equipes = await loaders.pageEquipes.load({
      codeDelegation: delegation.code,
      le,
      autour: { centre: lieu.position, rayonKm },
      apres: null,
      limite: EQUIPES_MAXIMUM,
    });
    return equipes.flatMap((equipe) => (equipe.distanceKm === null ? [] : [{ equipe, distanceKm: equipe.distanceKm }]));
  }
}

const lirePersonne = ({ age, ageMois, sexe, criteres }: PatientInput): Personne => ({
  age: age ?? null,
  ageMois: ageMois ?? null,
  sexe: sexe ?? null,
  criteres: (criteres ?? []).map(({ code, present }) => ({ code, present })),
});
