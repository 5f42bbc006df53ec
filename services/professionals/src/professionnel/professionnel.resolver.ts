import { estIpa, estMedecinGeneraliste, professions } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import { GraphQLIsoDate, GraphQLRpps, Profession, Provenance } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { enVigueurLe } from "../habilitation/en-vigueur.ts";
import { Habilitation } from "../habilitation/habilitation.type.ts";
import { decrireHabilitation } from "../habilitation/libelle-habilitation.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";
import { exercicesDe } from "./exercices.ts";
import { decrireProfession } from "./profession.ts";
import type { LigneProfessionnel } from "./professionnel.repository.ts";
import { ExerciceProfessionnel, Professionnel } from "./professionnel.type.ts";
import { findSavoirFairePublies } from "./savoir-faire.repository.ts";
import { reunirSavoirFaire } from "./savoir-faire.ts";
import { SavoirFaire } from "./savoir-faire.type.ts";

/** A national identifier is made of the RPPS, so that both keys name the same row. */
export const idDeRpps = (rpps: string): string => `8${rpps}`;

@Resolver(() => Professionnel)
export class ProfessionnelResolver {
  @Query(() => Professionnel, {
    nullable: true,
    description:
      "Une personne, par son identifiant ou par son RPPS : l'un des deux. Nulle quand l'annuaire ne la connaît pas.",
  })
  professionnel(
    @Arg("id", () => ID, { nullable: true, description: "Identifiant de l'annuaire." }) id: string | null,
    @Arg("rpps", () => GraphQLRpps, { nullable: true, description: "Numéro RPPS." }) rpps: string | null,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneProfessionnel | null> {
    const cles = [id, rpps === null || rpps === undefined ? null : idDeRpps(rpps)].filter(
      (cle) => typeof cle === "string",
    );
    const [cle, ...autres] = cles;
    if (cle === undefined || autres.length > 0)
      throw saisieInvalide("id", "Donnez « id » ou « rpps » : l'un des deux.");
    return loaders.professionnelById.load(cle);
  }

  @Query(() => [Profession], {
    description: "Les professions que l'annuaire sait nommer (santé, social, usagers de titre).",
  })
  @Directive("@listSize(assumedSize: 60)")
  professions(): Profession[] {
    return professions.map(({ code }) => decrireProfession(code));
  }

  @Query(() => [SavoirFaire], {
    description: "Les savoir-faire d'une profession (spécialités ordinales, mentions IPA…).",
  })
  @Directive("@listSize(assumedSize: 100)")
  async savoirFaire(
    @Arg("profession", () => ID, {
      nullable: true,
      description: "Code de la profession ; sans lui, tous les savoir-faire.",
    })
    profession: string | null,
    @Ctx() { sql }: Contexte,
  ): Promise<SavoirFaire[]> {
    return reunirSavoirFaire(profession ?? null, await findSavoirFairePublies(sql, profession ?? null));
  }

  @FieldResolver(() => [ExerciceProfessionnel], {
    description: "Ses professions en cours, chacune avec ses savoir-faire.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async exercices(@Root() { id }: LigneProfessionnel, @Ctx() { loaders }: Contexte): Promise<ExerciceProfessionnel[]> {
    return exercicesDe(await loaders.situationsByProfessionnel.load(id));
  }

  @FieldResolver(() => [SituationExercice], { description: "Ses activités, chacune en un lieu." })
  @Directive("@listSize(assumedSize: 3)")
  async situations(
    @Root() { id }: LigneProfessionnel,
    @Arg("actives", () => Boolean, { defaultValue: true, description: "Faux : rend aussi celles qui ont pris fin." })
    actives: boolean,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneSituation[]> {
    const situations = await loaders.situationsByProfessionnel.load(id);
    return actives ? situations.filter(({ ouverte }) => ouverte) : situations;
  }

  @FieldResolver(() => Boolean, { description: "Médecin ayant un des savoir-faire SM26, SM53 ou SM54." })
  async estMedecinGeneraliste(@Root() { id }: LigneProfessionnel, @Ctx() { loaders }: Contexte): Promise<boolean> {
    return exerceSelon(await loaders.situationsByProfessionnel.load(id), estMedecinGeneraliste);
  }

  @FieldResolver(() => Boolean, { description: "Infirmière ou infirmier en pratique avancée (mentions SI01 à SI05)." })
  async estIpa(@Root() { id }: LigneProfessionnel, @Ctx() { loaders }: Contexte): Promise<boolean> {
    return exerceSelon(await loaders.situationsByProfessionnel.load(id), estIpa);
  }

  @FieldResolver(() => [Habilitation], {
    description: "Formations et déclarations qui autorisent un acte, en vigueur à cette date.",
  })
  @Directive("@listSize(assumedSize: 5)")
  async habilitations(
    @Root() { id }: LigneProfessionnel,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Habilitation[]> {
    const declarees = await loaders.habilitationsByProfessionnel.load(id);
    return declarees.filter((habilitation) => enVigueurLe(habilitation, le ?? aujourdhui)).map(decrireHabilitation);
  }

  @FieldResolver(() => Provenance, { description: "D'où vient la fiche et de quand elle date." })
  provenance(@Root() { source, millesime, misAJourLe }: LigneProfessionnel): Provenance {
    return { source, millesime, misAJourLe };
  }
}

function exerceSelon(
  situations: readonly LigneSituation[],
  juger: (profession: string, savoirFaire: readonly string[]) => boolean,
): boolean {
  return situations.some(
    ({ ouverte, codeProfession, codeSavoirFaire }) =>
      ouverte && juger(codeProfession, codeSavoirFaire === null ? [] : [codeSavoirFaire]),
  );
}
