import { GraphQLInstant, Verdict } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { lireInstant } from "./instant.ts";
import { ouverte, prochaineOuverture } from "./ouverture.rule.ts";
import { PlageHoraire } from "./plage-horaire.type.ts";

@Resolver(() => Structure)
export class HorairesResolver {
  @FieldResolver(() => [PlageHoraire], {
    description: "Ses heures d'ouverture, du lundi aux jours fériés ; vide quand personne ne les a déclarées.",
  })
  @Directive("@listSize(assumedSize: 14)")
  horaires(@Root() { id }: Structure, @Ctx() { loaders }: Contexte): Promise<PlageHoraire[]> {
    return loaders.horairesByStructure.load(id);
  }

  @FieldResolver(() => Verdict, {
    description:
      "Ouverte à cet instant, à l'heure du lieu ? INCONNU quand aucun horaire n'est renseigné, ou un jour férié dont rien n'est dit ; NON depuis sa fermeture (« fermeeLe »).",
  })
  async ouverte(
    @Root() { id, departement, fermeeLe }: Structure,
    @Arg("a", () => GraphQLInstant, { nullable: true, description: "Maintenant par défaut." }) a: Date | null,
    @Ctx() { loaders, maintenant }: Contexte,
  ): Promise<Verdict> {
    const instant = lireInstant("a", a, maintenant);
    return ouverte({ plages: await loaders.horairesByStructure.load(id), departement, fermeeLe }, instant);
  }

  @FieldResolver(() => GraphQLInstant, {
    nullable: true,
    description: "Le premier moment, après celui-ci, où elle ouvre ; nul quand aucune ouverture n'est sûre.",
  })
  async prochaineOuverture(
    @Root() { id, departement, fermeeLe }: Structure,
    @Arg("a", () => GraphQLInstant, { nullable: true, description: "Maintenant par défaut." }) a: Date | null,
    @Ctx() { loaders, maintenant }: Contexte,
  ): Promise<Date | null> {
    const instant = lireInstant("a", a, maintenant);
    return prochaineOuverture({ plages: await loaders.horairesByStructure.load(id), departement, fermeeLe }, instant);
  }
}
