import { Facette, ProximiteInput, TriAnnuaire } from "@coordination/vocabulaire";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { champsDemandes } from "./champs-demandes.ts";
import { exigerCriteres } from "./criteres.ts";
import { decrireFacettes } from "./facettes.ts";
import { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";
import { ProfessionnelConnection } from "./recherche.type.ts";
import { trouverPage } from "./trouver-page.ts";

@Resolver(() => ProfessionnelConnection)
export class RechercheResolver {
  @Query(() => ProfessionnelConnection, {
    description:
      "Une seule requête pour nom, profession, savoir-faire, lieu, distance et disponibilité. `first` vaut 100 au plus.",
  })
  @Directive("@cost(weight: 5)")
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  professionnels(
    @Arg("recherche", () => String, {
      nullable: true,
      description:
        "Nom et prénom, ou leurs débuts, dans n'importe quel ordre ; sans accents, casse ni particules. Une faute n'est pardonnée que si personne ne porte ce nom. 100 caractères et 12 mots au plus.",
    })
    recherche: string | null,
    @Arg("filtre", () => ProfessionnelFiltre, { nullable: true, description: "Ce que doit être l'activité." })
    filtre: ProfessionnelFiltre | null,
    @Arg("proximite", () => ProximiteInput, { nullable: true, description: "Autour d'une commune ou d'un point." })
    proximite: ProximiteInput | null,
    @Arg("tri", () => TriAnnuaire, {
      defaultValue: "PERTINENCE",
      description:
        "PERTINENCE : ressemblance du nom, puis disponibilité encore valable, puis distance ou nom. DISTANCE demande une proximité.",
    })
    tri: TriAnnuaire,
    @Arg("first", () => Int, { description: "Nombre de personnes, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() session: Contexte,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProfessionnelConnection> {
    const criteres = exigerCriteres({ recherche, filtre, proximite, tri });
    return trouverPage(session, criteres, { first, after: after ?? null }, champsDemandes(info));
  }

  @FieldResolver(() => Int, {
    description: "Nombre de personnes ; compté seulement s'il est demandé, et sur 10 000 activités au plus.",
  })
  async totalCount(@Root() { compter }: ProfessionnelConnection): Promise<number> {
    return (await compter()).total;
  }

  @FieldResolver(() => Boolean, { description: "Faux quand plus de 10 000 activités répondent." })
  async totalExact(@Root() { compter }: ProfessionnelConnection): Promise<boolean> {
    return (await compter()).exact;
  }

  @FieldResolver(() => [Facette], {
    description:
      "Nombre de personnes par profession, savoir-faire, département, état de la disponibilité et mode d'exercice, tous les critères de la recherche tenus, celui du champ compris ; les trois codes de la médecine générale, qui se filtrent ensemble, y sont une seule valeur.",
  })
  @Directive("@cost(weight: 5)")
  @Directive("@listSize(assumedSize: 5)")
  async facettes(@Root() { compter }: ProfessionnelConnection): Promise<Facette[]> {
    return decrireFacettes(await compter());
  }
}
