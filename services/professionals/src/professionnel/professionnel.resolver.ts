import {
  estIpa,
  estMedecinGeneraliste,
  professions,
  rechercherProfessions,
  rechercherSavoirFaire,
} from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import { GraphQLRpps, Profession, Provenance } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { estEnCours } from "../situation/en-cours.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";
import { exercicesDe } from "./exercices.ts";
import { decrireProfession } from "./profession.ts";
import type { LigneProfessionnel } from "./professionnel.repository.ts";
import { ExerciceProfessionnel, Professionnel } from "./professionnel.type.ts";
import { findSavoirFairePublies } from "./savoir-faire.repository.ts";
import { reunirSavoirFaire } from "./savoir-faire.ts";
import { SavoirFaire } from "./savoir-faire.type.ts";

const RECHERCHE_DE_LIBELLE =
  "Mots du libellé, entiers ou commencés, dans n'importe quel ordre, sans tenir compte des accents ; le plus proche d'abord.";
const RECHERCHE_MAXIMUM = 100;

/** A text short enough to be a label. Throws BAD_USER_INPUT. */
function exigerCourt(recherche: string): string {
  if (recherche.length <= RECHERCHE_MAXIMUM) return recherche;
  throw saisieInvalide("recherche", `La recherche ne dépasse pas ${RECHERCHE_MAXIMUM} caractères.`);
}

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
  professions(
    @Arg("recherche", () => String, { nullable: true, description: RECHERCHE_DE_LIBELLE }) recherche: string | null,
  ): Profession[] {
    const trouvees = typeof recherche === "string" ? rechercherProfessions(exigerCourt(recherche)) : professions;
    return trouvees.map(({ code }) => decrireProfession(code));
  }

  @Query(() => [SavoirFaire], {
    description:
      "Les savoir-faire d'une profession (spécialités ordinales, mentions IPA…) ; une recherche propose aussi leurs familles, dont le code trouve tous les enfants.",
  })
  @Directive("@listSize(assumedSize: 100)")
  async savoirFaire(
    @Arg("profession", () => ID, {
      nullable: true,
      description: "Code de la profession ; sans lui, tous les savoir-faire.",
    })
    profession: string | null,
    @Arg("recherche", () => String, { nullable: true, description: RECHERCHE_DE_LIBELLE }) recherche: string | null,
    @Ctx() { sql }: Contexte,
  ): Promise<SavoirFaire[]> {
    const demandee = typeof recherche === "string" ? exigerCourt(recherche) : null;
    const connus = reunirSavoirFaire(profession ?? null, await findSavoirFairePublies(sql, profession ?? null));
    return demandee === null ? connus : [...rechercherSavoirFaire(demandee, connus)];
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
    @Arg("actives", () => Boolean, {
      defaultValue: true,
      description:
        "Faux : rend aussi celles qui ont pris fin, qui n'ont pas commencé, ou que la personne n'a pas confirmées.",
    })
    actives: boolean,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<LigneSituation[]> {
    const situations = await loaders.situationsByProfessionnel.load(id);
    if (!actives) return situations;
    return situations.filter((situation) => estEnCours(situation, aujourdhui));
  }

  @FieldResolver(() => Boolean, { description: "Médecin ayant un des savoir-faire SM26, SM53 ou SM54." })
  async estMedecinGeneraliste(@Root() { id }: LigneProfessionnel, @Ctx() { loaders }: Contexte): Promise<boolean> {
    return exerceSelon(await loaders.situationsByProfessionnel.load(id), estMedecinGeneraliste);
  }

  @FieldResolver(() => Boolean, { description: "Infirmière ou infirmier en pratique avancée (mentions SI01 à SI05)." })
  async estIpa(@Root() { id }: LigneProfessionnel, @Ctx() { loaders }: Contexte): Promise<boolean> {
    return exerceSelon(await loaders.situationsByProfessionnel.load(id), estIpa);
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
